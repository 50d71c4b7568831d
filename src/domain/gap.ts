import type { AnswerStatus } from './answer';
import type { CalendarDate } from './calendar-date';
import { isOverdue, type PromisedDate } from './promised-date';

/** 認める · 不足 · 要確認: the bank's judgement, apart from the claim. */
export const VERDICTS = ['accepted', 'insufficient', 'check'] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * The one definition of a gap: a submitted 一部充足 or 未充足, or the verdict 不足 on any claim. 未回答 and 対象外 are no
 * gaps by themselves and are counted apart. Every figure uses this; the database's form of it is in `gapRows`.
 */
export function isGap(claim: AnswerStatus, verdict: Verdict | null): boolean {
  return claim === 'partial' || claim === 'unmet' || verdict === 'insufficient';
}

/** What a later campaign did with the same question for the same service. */
export interface LaterYear {
  /** The campaign asks the question（it may be left out, or asked of other kinds of API alone). */
  asked: boolean;
  /** Its round is submitted and was not taken back. */
  submitted: boolean;
}

/**
 * Whether a gap still counts: until a later campaign's submitted answer to the same question stands in its place, be it
 * a gap or not. So every item of a service is counted once, by its newest answer, and a gap that nobody asked about again
 * stays open. What was promised then is held against the newer answer: `promiseOutcome`.
 */
export function isOpenGap(claim: AnswerStatus, verdict: Verdict | null, later: readonly LaterYear[]): boolean {
  return isGap(claim, verdict) && !later.some(({ asked, submitted }) => asked && submitted);
}

export const GAP_STATES = ['overdue', 'planned', 'undecided', 'unplanned'] as const;
export type GapState = (typeof GAP_STATES)[number];

/** Where a gap stands today: past its promise, promised, promised without a date, or not promised at all. */
export function gapState(promised: PromisedDate | null, today: CalendarDate): GapState {
  if (promised === null) return 'unplanned';
  if (promised.precision === 'undecided') return 'undecided';
  return isOverdue(promised, today) ? 'overdue' : 'planned';
}

export type ClaimCounts = Record<AnswerStatus, number>;

export function countClaims(claims: Iterable<AnswerStatus>): ClaimCounts {
  const counts: ClaimCounts = { met: 0, partial: 0, unmet: 0, not_applicable: 0, unanswered: 0 };
  for (const claim of claims) counts[claim] += 1;
  return counts;
}
