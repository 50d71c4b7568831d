import type { AnswerContent } from './answer';
import type { CalendarDate } from './calendar-date';
import { promiseDue } from './review-delta';

/** Why last year's answer is not simply taken over, the weightiest first. */
export const TAKE_OVER_HINDRANCES = ['promise-due', 'text-changed', 'unchanged-before'] as const;
export type TakeOverHindrance = (typeof TAKE_OVER_HINDRANCES)[number];

/**
 * What stands between last year's answer and "unchanged": a promise whose day has come (it must be said what became of
 * it), or a text that changed and an answer that stood unchanged the year before already (each is opened by itself).
 */
export function takeOverHindrance(
  prior: { content: AnswerContent; textChanged: boolean; unchangedBefore: boolean },
  today: CalendarDate,
): TakeOverHindrance | null {
  if (prior.content.status !== 'not_applicable' && promiseDue(prior.content.promised, today)) return 'promise-due';
  if (prior.textChanged) return 'text-changed';
  return prior.unchangedBefore ? 'unchanged-before' : null;
}

/** Last year's answer once its promise is said to be kept: met, and nothing promised any more. */
export function promiseKept(content: AnswerContent): AnswerContent {
  const { interim: _interim, ...rest } = content;
  return { ...rest, status: 'met', measure: '', promised: null, person: '' };
}

/** Last year's answer whose promise goes on: the same plan, with its day to be named anew. */
export function promiseGoesOn(content: AnswerContent): AnswerContent {
  return { ...content, promised: null };
}
