import { Temporal } from 'temporal-polyfill';
import { type AssessmentState, isStillOwed } from './assessment-state';
import { addBankBusinessDays, bankBusinessDaysBetween, isBankBusinessDay, nextBankBusinessDay } from './business-day';
import type { CalendarDate } from './calendar-date';

const ZONE = 'Asia/Tokyo';
/** Mails to vendors leave at this time of a bank business day. */
export const SEND_TIME = '09:00';

/** The instant of a wall-clock time (HH:MM) in the bank's zone. */
export function instantAt(date: CalendarDate, time: string): Date {
  const zoned = Temporal.PlainDate.from(date).toZonedDateTime({
    timeZone: ZONE,
    plainTime: Temporal.PlainTime.from(time),
  });
  return new Date(zoned.epochMilliseconds);
}

/** The calendar date in the bank's zone at an instant. */
export function bankDateOf(instant: Date): CalendarDate {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(ZONE).toPlainDate().toString();
}

/** Date and time of day (HH:MM:SS.mmm) in the bank's zone; both compare as text. */
export function wallClockOf(instant: Date): { date: CalendarDate; time: string } {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(ZONE);
  return {
    date: zoned.toPlainDate().toString(),
    time: zoned.toPlainTime().toString({ smallestUnit: 'millisecond' }),
  };
}

/** True after the closing time（HH:MM）of the due date. The due date closes nothing: later work is marked 期限後. */
export function isAfterDeadline(now: Date, dueDate: CalendarDate, closingTime: string): boolean {
  return now > instantAt(dueDate, closingTime);
}

/** April–March: 2026 for every day from 2026-04-01 to 2027-03-31. */
export function fiscalYearOf(date: CalendarDate): number {
  const { year, month } = Temporal.PlainDate.from(date);
  return month >= 4 ? year : year - 1;
}

/** The due date proposed at preparation: launch day is day 0. */
export function proposeDueDate(today: CalendarDate, businessDays: number): CalendarDate {
  return addBankBusinessDays(today, businessDays);
}

export type DueDateCheck = { kind: 'ok' } | { kind: 'past' } | { kind: 'holiday'; next: CalendarDate };

/** A past date is refused; a bank holiday is warned about, with the next business day. */
export function checkDueDate(dueDate: CalendarDate, today: CalendarDate): DueDateCheck {
  if (dueDate <= today) return { kind: 'past' };
  return isBankBusinessDay(dueDate) ? { kind: 'ok' } : { kind: 'holiday', next: nextBankBusinessDay(dueDate) };
}

/** Bank business days left until the due date; 0 on the day itself, negative after it. */
export function remainingBusinessDays(now: Date, dueDate: CalendarDate): number {
  return bankBusinessDaysBetween(bankDateOf(now), dueDate);
}

/** When an invitation leaves: at once during a bank business day from 09:00, else at the next 09:00 of one. */
export function invitationInstant(launch: Date): Date {
  const today = bankDateOf(launch);
  const opening = instantAt(today, SEND_TIME);
  if (isBankBusinessDay(today) && launch >= opening) return launch;
  if (isBankBusinessDay(today)) return opening;
  return instantAt(nextBankBusinessDay(today), SEND_TIME);
}

export interface PlannedNotice {
  kind: 'reminder' | 'overdue';
  /** 1 for the first of its kind. */
  ordinal: number;
  sendDate: CalendarDate;
}

/** Every reminder before and notice after a due date, in order; days that fall on or before the launch are left out. */
export function noticeDates(
  launchDate: CalendarDate,
  dueDate: CalendarDate,
  reminderDays: readonly number[],
  overdueDays: readonly number[],
): PlannedNotice[] {
  const before = [...reminderDays].sort((a, b) => b - a).map((days) => addBankBusinessDays(dueDate, -days));
  const after = [...overdueDays].sort((a, b) => a - b).map((days) => addBankBusinessDays(dueDate, days));
  const number = (kind: PlannedNotice['kind'], dates: readonly CalendarDate[]) =>
    dates.filter((date) => date > launchDate).map((sendDate, at) => ({ kind, ordinal: at + 1, sendDate }));
  return [...number('reminder', before), ...number('overdue', after)];
}

/**
 * What an assessment's vendor is to be sent now: the newest notice whose time (09:00 on its date) has come, unless it
 * is on record already. Older ones that a resting worker missed are reported as skipped: nobody gets two at once.
 * Nothing is due in a state in which the vendor owes nothing.
 */
export function decideNotices(
  assessment: {
    state: AssessmentState;
    launchDate: CalendarDate;
    dueDate: CalendarDate;
    reminderDays: readonly number[];
    overdueDays: readonly number[];
    /** `kind:ordinal` of the notices recorded for this due date, sent or skipped. */
    recorded: ReadonlySet<string>;
  },
  now: Date,
): { send: PlannedNotice | null; skipped: PlannedNotice[] } {
  if (!isStillOwed(assessment.state)) return { send: null, skipped: [] };
  const due = noticeDates(
    assessment.launchDate,
    assessment.dueDate,
    assessment.reminderDays,
    assessment.overdueDays,
  ).filter((notice) => instantAt(notice.sendDate, SEND_TIME) <= now);
  const open = due.filter((notice) => !assessment.recorded.has(noticeKey(notice)));
  const newest = due.at(-1);
  const send = newest && open.includes(newest) ? newest : null;
  return { send, skipped: open.filter((notice) => notice !== send) };
}

export function noticeKey(notice: Pick<PlannedNotice, 'kind' | 'ordinal'>): string {
  return `${notice.kind}:${notice.ordinal}`;
}
