import { type AnswerContent, promiseLastDay } from './answer';
import { type AssessmentState, isStillOwed } from './assessment-state';
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
  const lastDay = promiseLastDay(prior.content);
  if (lastDay !== null && lastDay <= today) return 'promise-due';
  if (prior.textChanged) return 'text-changed';
  return prior.unchangedBefore ? 'unchanged-before' : null;
}

/** What `missingIn` is told of an item: the day on which last year's promise stands due, if it does. */
export function outcomeDueOn(hindrance: TakeOverHindrance | null, today: CalendarDate): CalendarDate | undefined {
  return hindrance === 'promise-due' ? today : undefined;
}

/**
 * From which day on a complete answer leaves open what became of last year's promise: both days have come, the one
 * promised then and the one in its place. Null: never. Takes the `promiseLastDay` of each.
 */
export function lapsesOn(own: CalendarDate | null, prior: CalendarDate | null): CalendarDate | null {
  if (own === null || prior === null) return null;
  return own > prior ? own : prior;
}

/** A complete answer hinders submission again since the day it lapses on. What is with the bank, or has ended, stays as it was handed in. */
export function hasLapsed(state: AssessmentState, day: CalendarDate | null, today: CalendarDate): boolean {
  return isStillOwed(state) && day !== null && day <= today;
}

/** Nobody has said yet what became of a promise that came due: neither met, nor 対象外, nor another day for it. */
export function outcomeUnsaid(content: AnswerContent, today: CalendarDate): boolean {
  if (content.status === 'not_applicable') return false;
  return content.promised === null ? content.status !== 'met' : promiseDue(content.promised, today);
}

/** The answer once last year's promise is said to be kept: met, and nothing promised any more. */
export function promiseKept(content: AnswerContent): AnswerContent {
  const { interim: _interim, ...rest } = content;
  return { ...rest, status: 'met', measure: '', promised: null, person: '' };
}

/** The answer where last year's promise goes on: the same plan as far as none is written yet, its day to be named anew. */
export function promiseGoesOn(content: AnswerContent, prior: AnswerContent): AnswerContent {
  return {
    ...content,
    status: content.status === 'unanswered' ? prior.status : content.status,
    measure: content.measure || prior.measure,
    person: content.person || prior.person,
    promised: null,
  };
}
