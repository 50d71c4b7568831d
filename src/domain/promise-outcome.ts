import type { AnswerStatus } from './answer';
import type { CalendarDate } from './calendar-date';
import { isGap, type Verdict } from './gap';
import { isOverdue, lastDayOf, type PromisedDate } from './promised-date';

/** What became of a promise once a later year answered: 対応済み · 延期 · 期限超過 · 期限前 · 期限未定. */
export const PROMISE_OUTCOMES = ['kept', 'postponed', 'missed', 'ahead', 'undecided'] as const;
export type PromiseOutcome = (typeof PROMISE_OUTCOMES)[number];

/**
 * A promise held against the newer answer to the same question. Kept: that is no gap any more. Postponed: the gap is
 * promised anew for a later day, or for no day where there was one. Missed: its day has passed and no later one is named.
 */
export function promiseOutcome(
  promised: PromisedDate,
  newer: { claim: AnswerStatus; verdict: Verdict | null; promised: PromisedDate | null },
  today: CalendarDate,
): PromiseOutcome {
  if (!isGap(newer.claim, newer.verdict)) return 'kept';
  const lastDay = lastDayOf(promised);
  if (lastDay === null) return 'undecided';
  if (newer.promised !== null) {
    const newerDay = lastDayOf(newer.promised);
    if (newerDay === null || newerDay > lastDay) return 'postponed';
  }
  return isOverdue(promised, today) ? 'missed' : 'ahead';
}
