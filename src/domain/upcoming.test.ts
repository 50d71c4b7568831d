import { describe, expect, it } from 'vitest';
import { upcomingOf } from './upcoming';

const campaign = {
  launchedAt: new Date('2026-11-27T01:00:00Z'),
  dueDate: '2026-12-25',
  closingTime: '17:00',
  reminderDays: [10, 3],
  overdueDays: [1],
};

describe('what is ahead of a campaign', () => {
  it('is reminders, the due date and the notice after it, in order', () => {
    expect(upcomingOf(campaign, new Date('2026-11-27T02:00:00Z'))).toEqual([
      { kind: 'reminder', ordinal: 1, date: '2026-12-11', time: '09:00' },
      { kind: 'reminder', ordinal: 2, date: '2026-12-22', time: '09:00' },
      { kind: 'due', ordinal: 0, date: '2026-12-25', time: '17:00' },
      { kind: 'overdue', ordinal: 1, date: '2026-12-28', time: '09:00' },
    ]);
  });

  it('leaves out what has passed, to the minute', () => {
    const kinds = (now: string) => upcomingOf(campaign, new Date(now)).map((each) => each.kind);
    expect(kinds('2026-12-25T17:00:00+09:00')).toEqual(['due', 'overdue']);
    expect(kinds('2026-12-25T17:00:01+09:00')).toEqual(['overdue']);
    expect(kinds('2027-01-31T00:00:00+09:00')).toEqual([]);
  });
});
