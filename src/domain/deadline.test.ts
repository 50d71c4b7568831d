import { describe, expect, it } from 'vitest';
import {
  bankDateOf,
  checkDueDate,
  decideNotices,
  fiscalYearOf,
  instantAt,
  invitationInstant,
  isAfterDeadline,
  noticeDates,
  proposeDueDate,
  remainingBusinessDays,
} from './deadline';

const jst = (text: string) => new Date(`${text}+09:00`);

describe('dates and instants in the bank’s zone', () => {
  it('closes at the closing time in Japan, not at UTC midnight', () => {
    expect(instantAt('2026-12-25', '17:00').toISOString()).toBe('2026-12-25T08:00:00.000Z');
    expect(isAfterDeadline(jst('2026-12-25T17:00:00'), '2026-12-25', '17:00')).toBe(false);
    expect(isAfterDeadline(jst('2026-12-25T17:00:01'), '2026-12-25', '17:00')).toBe(true);
  });

  it('knows the bank’s date while UTC is still a day behind', () => {
    expect(bankDateOf(new Date('2026-12-24T15:30:00Z'))).toBe('2026-12-25');
  });

  it('begins the fiscal year in April', () => {
    expect(fiscalYearOf('2027-03-31')).toBe(2026);
    expect(fiscalYearOf('2027-04-01')).toBe(2027);
  });

  it('refuses a past due date and offers the next business day for a holiday', () => {
    expect(checkDueDate('2026-11-27', '2026-11-27')).toEqual({ kind: 'past' });
    expect(checkDueDate('2026-12-26', '2026-11-27')).toEqual({ kind: 'holiday', next: '2026-12-28' });
    expect(checkDueDate('2026-12-25', '2026-11-27')).toEqual({ kind: 'ok' });
    expect(proposeDueDate('2026-11-27', 20)).toBe('2026-12-25');
    expect(remainingBusinessDays(jst('2026-12-16T10:00:00'), '2026-12-25')).toBe(7);
  });

  it('sends invitations at once in business hours and at the next opening otherwise', () => {
    expect(invitationInstant(jst('2026-11-27T10:15:00'))).toEqual(jst('2026-11-27T10:15:00'));
    expect(invitationInstant(jst('2026-11-27T07:00:00'))).toEqual(jst('2026-11-27T09:00:00'));
    expect(invitationInstant(jst('2026-11-28T12:00:00'))).toEqual(jst('2026-11-30T09:00:00'));
  });
});

describe('reminders', () => {
  const plan = { launchDate: '2026-11-27', dueDate: '2026-12-25', reminderDays: [10, 3], overdueDays: [1, 5] };
  const assessment = { state: 'answering' as const, ...plan, recorded: new Set<string>() };

  it('lie on bank business days around the due date', () => {
    expect(noticeDates('2026-11-27', '2026-12-25', [3, 10], [5, 1])).toEqual([
      { kind: 'reminder', ordinal: 1, sendDate: '2026-12-11' },
      { kind: 'reminder', ordinal: 2, sendDate: '2026-12-22' },
      { kind: 'overdue', ordinal: 1, sendDate: '2026-12-28' },
      { kind: 'overdue', ordinal: 2, sendDate: '2027-01-05' },
    ]);
  });

  it('leave out what would fall on or before the launch day', () => {
    expect(noticeDates('2026-12-21', '2026-12-25', [10, 3], [])).toEqual([
      { kind: 'reminder', ordinal: 1, sendDate: '2026-12-22' },
    ]);
  });

  it('are due from 09:00 of their day and not before', () => {
    expect(decideNotices(assessment, jst('2026-12-11T08:59:59')).send).toBeNull();
    expect(decideNotices(assessment, jst('2026-12-11T09:00:00')).send).toMatchObject({ kind: 'reminder', ordinal: 1 });
  });

  it('are not sent twice', () => {
    const recorded = new Set(['reminder:1']);
    expect(decideNotices({ ...assessment, recorded }, jst('2026-12-14T09:00:00'))).toEqual({ send: null, skipped: [] });
  });

  it('come one at a time after the worker was down, and the older ones are reported as skipped', () => {
    const decided = decideNotices(assessment, jst('2026-12-28T12:00:00'));
    expect(decided.send).toMatchObject({ kind: 'overdue', ordinal: 1 });
    expect(decided.skipped.map((notice) => `${notice.kind}${notice.ordinal}`)).toEqual(['reminder1', 'reminder2']);
  });

  it('stop once the vendor owes nothing', () => {
    for (const state of [
      'submitted',
      'in_review',
      'pending_approval',
      'approved',
      'withdrawn',
      'declined',
      'closed_unanswered',
    ] as const) {
      expect(decideNotices({ ...assessment, state }, jst('2026-12-28T12:00:00'))).toEqual({ send: null, skipped: [] });
    }
  });
});
