import type { CalendarDate } from './calendar-date';
import { bankDateOf, isAfterDeadline, noticeDates, SEND_TIME } from './deadline';

/** What will happen next in a campaign: a round of mails at 09:00, or the due date at its closing time（JST）. */
export interface Upcoming {
  kind: 'reminder' | 'overdue' | 'due';
  /** 1 for the first of its kind; 0 for the due date. */
  ordinal: number;
  date: CalendarDate;
  /** HH:MM */
  time: string;
}

/** What is still ahead of a campaign, soonest first; single assessments may have other due dates. */
export function upcomingOf(
  campaign: {
    launchedAt: Date;
    dueDate: CalendarDate;
    closingTime: string;
    reminderDays: readonly number[];
    overdueDays: readonly number[];
  },
  now: Date,
): Upcoming[] {
  const { launchedAt, dueDate, closingTime, reminderDays, overdueDays } = campaign;
  const notices = noticeDates(bankDateOf(launchedAt), dueDate, reminderDays, overdueDays);
  const all: Upcoming[] = [
    ...notices.map(({ kind, ordinal, sendDate }) => ({ kind, ordinal, date: sendDate, time: SEND_TIME })),
    { kind: 'due', ordinal: 0, date: dueDate, time: closingTime },
  ];
  return all
    .filter(({ date, time }) => !isAfterDeadline(now, date, time))
    .sort((a, b) => `${a.date}${a.time}`.localeCompare(`${b.date}${b.time}`));
}
