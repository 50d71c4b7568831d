import { type AnswerContent, type AnswerStatus, hasPromise, sameContent } from './answer';
import type { CalendarDate } from './calendar-date';
import { lastDayOf, type PromisedDate } from './promised-date';

/** The day that a date lies before: today, or 基準日, as of which the facts are stated. */
export type LaterDay = 'today' | 'reference';

/** Why a complete answer deserves another look before it is submitted. None of them hinders. */
export type SecondLook =
  /** It applied last year. */
  | { why: 'now-not-applicable'; before: AnswerStatus }
  /** Less is met than last year. */
  | { why: 'worse'; before: AnswerStatus }
  /** What lacked last year is met now, and 現在の対応状況 still reads as it did then. */
  | { why: 'fact-unchanged'; before: AnswerStatus }
  /** The plan's last day has come and gone, or will have by 基準日. */
  | { why: 'promise-past'; promised: PromisedDate; against: LaterDay }
  /** 延期: the same item was promised for an earlier day last year. */
  | { why: 'postponed'; before: PromisedDate; after: PromisedDate }
  /** 未定 where something lacks. */
  | { why: 'undecided' }
  /** A file that no longer holds; `alsoFor` are the other items with it, so that it is named once. */
  | { why: 'evidence-expired'; fileName: string; validTo: CalendarDate; against: LaterDay; alsoFor: string[] };

export interface LookedAtAnswer {
  itemId: string;
  content: AnswerContent;
  /** The answer approved last year; null: none. */
  prior: AnswerContent | null;
}

export interface LookedAtFile {
  fileName: string;
  validTo: CalendarDate | null;
  itemIds: readonly string[];
}

export interface Days {
  today: CalendarDate;
  referenceDate: CalendarDate;
}

/**
 * 念のため見てほしい項目: the answers, by item, that contradict what was approved last year or a date that they name, each
 * with its reasons. Answers that can't be submitted yet are not given here: what they lack comes first.
 */
export function secondLooks(
  answers: readonly LookedAtAnswer[],
  files: readonly LookedAtFile[],
  days: Days,
): ReadonlyMap<string, SecondLook[]> {
  const looks = new Map(answers.map((answer) => [answer.itemId, looksAt(answer, days)]));
  for (const { fileName, validTo, itemIds } of files) {
    const against = validTo === null ? null : liesBefore(validTo, days);
    const [first, ...alsoFor] = answers.filter((answer) => itemIds.includes(answer.itemId) && isShown(answer.content));
    if (validTo === null || against === null || first === undefined) continue;
    const others = alsoFor.map(({ itemId }) => itemId);
    looks.get(first.itemId)?.push({ why: 'evidence-expired', fileName, validTo, against, alsoFor: others });
  }
  return new Map([...looks].filter(([, reasons]) => reasons.length > 0));
}

/** How many answers differ from last year's. What is unanswered yet is no change; null where no item has a last year. */
export function changedSinceLastYear(answers: readonly Omit<LookedAtAnswer, 'itemId'>[]): number | null {
  if (answers.every(({ prior }) => prior === null)) return null;
  return answers.filter(
    ({ content, prior }) => prior !== null && content.status !== 'unanswered' && !sameContent(content, prior),
  ).length;
}

const RANKS: Partial<Record<AnswerStatus, number>> = { met: 2, partial: 1, unmet: 0 };

function looksAt({ content, prior }: LookedAtAnswer, days: Days): SecondLook[] {
  return [...claimLooks(content, prior), ...promiseLooks(content, prior, days)];
}

function claimLooks(content: AnswerContent, prior: AnswerContent | null): SecondLook[] {
  const before = prior?.status;
  const rankBefore = before && RANKS[before];
  if (prior === null || before === undefined || rankBefore === undefined) return [];
  if (content.status === 'not_applicable') return [{ why: 'now-not-applicable', before }];
  const rank = RANKS[content.status];
  if (rank === undefined || rank === rankBefore) return [];
  if (rank < rankBefore) return [{ why: 'worse', before }];
  return content.status === 'met' && content.current === prior.current ? [{ why: 'fact-unchanged', before }] : [];
}

function promiseLooks(content: AnswerContent, prior: AnswerContent | null, days: Days): SecondLook[] {
  const { promised } = content;
  if (promised === null || !hasPromise(content)) return [];
  const lastDay = lastDayOf(promised);
  const against = lastDay === null ? null : liesBefore(lastDay, days);
  const looks: SecondLook[] = against === null ? [] : [{ why: 'promise-past', promised, against }];
  // A plan beyond what is met may move or stay open.
  if (content.status === 'met') return looks;
  const before = prior && hasPromise(prior) ? prior.promised : null;
  const dayBefore = before && lastDayOf(before);
  if (before && dayBefore && (lastDay === null || lastDay > dayBefore)) {
    looks.push({ why: 'postponed', before, after: promised });
  } else if (lastDay === null) {
    looks.push({ why: 'undecided' });
  }
  return looks;
}

/** Today wins over 基準日: what has passed is said to have passed. Null: it lies before neither. */
function liesBefore(date: CalendarDate, { today, referenceDate }: Days): LaterDay | null {
  if (date < today) return 'today';
  return date < referenceDate ? 'reference' : null;
}

/** A file shows something of what is met, in part or whole. */
const isShown = ({ status }: AnswerContent) => status === 'met' || status === 'partial';
