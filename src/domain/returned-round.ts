import { type AnswerContent, missingIn, sameContent } from './answer';
import type { CalendarDate } from './calendar-date';
import type { Verdict } from './gap';

/** Of rounds newest first, the one that counts: one that was taken back never happened. */
export function standingRound<Round extends { state: string }>(rounds: readonly Round[]): Round | undefined {
  return rounds.find(({ state }) => state !== 'taken_back');
}

/** True when what the bank said of an item wants something of the vendor: a comment, or 不足 or 要確認 without one. */
export function asksFor(said: { verdict: Verdict | null; comment: string }): boolean {
  return said.comment !== '' || said.verdict === 'insufficient' || said.verdict === 'check';
}

/**
 * True when the vendor may change an item of a returned round: the bank asks something of it, or what was submitted can't
 * be submitted again, since last year's promise has come due meanwhile. All else stands as the bank read it.
 */
export function isOpenAfterReturn(item: {
  asks: boolean;
  /** Null: the round holds no answer to it. */
  submitted: AnswerContent | null;
  outcomeDueOn: CalendarDate | undefined;
}): boolean {
  const { asks, submitted, outcomeDueOn } = item;
  return asks || submitted === null || missingIn(submitted, { outcomeDueOn }, true).includes('outcome');
}

/**
 * True when an item that was asked for has been reacted to: the answer says something else than what was submitted, other
 * files show it, or the comment was replied to. Submitting without is allowed, since an answer may stand as it is; the final check names it.
 */
export function hasReacted(
  content: AnswerContent,
  submitted: AnswerContent | null,
  reply: { body: string } | null,
  filesMoved: boolean,
): boolean {
  return filesMoved || (reply?.body ?? '') !== '' || submitted === null || !sameContent(content, submitted);
}
