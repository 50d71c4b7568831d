import { type AnswerContent, sameContent } from './answer';
import type { CalendarDate } from './calendar-date';
import type { Verdict } from './gap';
import { lastDayOf, type PromisedDate } from './promised-date';

/** Why an item is looked at by itself, the weightiest first. The first two forbid 認める before it was opened. */
export const SINGLY_REASONS = [
  'text-changed',
  'taken-over-before',
  'new-item',
  'answer-changed',
  'not-accepted',
  'promise-due',
  'not-met',
] as const;
export type SinglyReason = (typeof SINGLY_REASONS)[number];

/** An answer that the bank had before it, and what it said to it. */
export interface JudgedAnswer {
  content: AnswerContent;
  verdict: Verdict | null;
}

export interface DeltaFacts {
  today: CalendarDate;
  answer: AnswerContent;
  /** The round of this assessment before this one; null in the first. */
  earlierRound: JudgedAnswer | null;
  /** The latest approved assessment of the same service; null where the item was not asked then. */
  lastYear:
    | (JudgedAnswer & {
        /** The printed text of the item differs, its number apart. */
        textChanged: boolean;
        /** Nobody at the bank looked at the item singly then. */
        takenTogether: boolean;
        /** The answer of the approved assessment before that one; null without. */
        yearBefore: AnswerContent | null;
        promised: PromisedDate | null;
      })
    | null;
}

/**
 * `together`: nothing has changed since the bank accepted it, last year or in the round before. `singly`: with every
 * reason that applies, never none.
 */
export type Delta = { way: 'together'; since: 'round' | 'year' } | { way: 'singly'; reasons: SinglyReason[] };

/**
 * How an answered item is reviewed: taken together with others that stand as they were accepted, or by itself. A
 * submission attests every answer anew, so an unchanged one counts as re-attested. What was taken over unchanged one
 * year is opened the next, so that no answer stands unread for longer than that.
 */
export function reviewDelta(facts: DeltaFacts): Delta {
  const { answer, earlierRound, lastYear } = facts;
  const reasons = new Set<SinglyReason>();
  if (answer.status !== 'met') reasons.add('not-met');
  if (promiseDue(lastYear?.promised ?? null, facts.today)) reasons.add('promise-due');
  // Looked at in the round before: what the years before say is settled by that.
  if (standsAccepted(earlierRound, answer)) {
    return reasons.size === 0 ? { way: 'together', since: 'round' } : singly(reasons);
  }
  if (lastYear === null) {
    reasons.add('new-item');
    return singly(reasons);
  }
  const unchanged = sameContent(lastYear.content, answer);
  const overtaken = earlierRound !== null && !sameContent(earlierRound.content, answer);
  if (lastYear.textChanged) reasons.add('text-changed');
  if (!unchanged || overtaken) reasons.add('answer-changed');
  if (lastYear.verdict !== 'accepted' || (earlierRound !== null && earlierRound.verdict !== 'accepted')) {
    reasons.add('not-accepted');
  }
  const unchangedThen = lastYear.yearBefore !== null && sameContent(lastYear.yearBefore, lastYear.content);
  if (unchanged && (lastYear.takenTogether || unchangedThen)) reasons.add('taken-over-before');
  return reasons.size === 0 ? { way: 'together', since: 'year' } : singly(reasons);
}

const standsAccepted = (earlier: JudgedAnswer | null, answer: AnswerContent) =>
  earlier !== null && earlier.verdict === 'accepted' && sameContent(earlier.content, answer);

function singly(reasons: ReadonlySet<SinglyReason>): Delta {
  return { way: 'singly', reasons: SINGLY_REASONS.filter((reason) => reasons.has(reason)) };
}

/** The promise's last day has come; 未定 never comes due. */
export function promiseDue(promised: PromisedDate | null, today: CalendarDate): boolean {
  const lastDay = promised === null ? null : lastDayOf(promised);
  return lastDay !== null && lastDay <= today;
}

/** True when 認める counts only after the member who says it has opened the item. */
export function mustBeOpened(delta: Delta | null): boolean {
  return (
    delta?.way === 'singly' && (delta.reasons.includes('text-changed') || delta.reasons.includes('taken-over-before'))
  );
}
