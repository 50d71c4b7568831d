import { z } from 'zod';
import type { CalendarDate } from './calendar-date';
import { canonicalJson } from './canonical-json';
import { freeTextSchema, MAX_ANSWER_LENGTH } from './free-text';
import { mayStayBlank } from './named-data';
import { lastDayOf, MAX_UNDECIDED_REASON, promisedDateSchema, typedPromiseSchema } from './promised-date';

/** 充足 · 一部充足 · 未充足 · 対象外 · 未回答. The form has no codes; these are ours. */
export const ANSWER_STATUSES = ['met', 'partial', 'unmet', 'not_applicable', 'unanswered'] as const;
export type AnswerStatus = (typeof ANSWER_STATUSES)[number];

export const SLOTS = ['vendor', 'bank'] as const;
export type Slot = (typeof SLOTS)[number];

export const MAX_NAMED = 20;

/** Longest texts of an answer, in code points: `named` each datum, `promised` the reason for 未定. */
export const LONGEST = {
  reason: MAX_ANSWER_LENGTH,
  current: MAX_ANSWER_LENGTH,
  named: 1000,
  measure: MAX_ANSWER_LENGTH,
  promised: MAX_UNDECIDED_REASON,
  person: 200,
  interim: MAX_ANSWER_LENGTH,
  remarks: MAX_ANSWER_LENGTH,
} as const;

function contentSchema(text: (max: number) => z.ZodType<string, string>, promised: typeof promisedDateSchema) {
  return z.strictObject({
    status: z.enum(ANSWER_STATUSES),
    current: text(LONGEST.current),
    measure: text(LONGEST.measure),
    promised: promised.nullable(),
    person: text(LONGEST.person),
    reason: text(LONGEST.reason),
    remarks: text(LONGEST.remarks),
    interim: text(LONGEST.interim)
      .transform((typed) => typed || undefined)
      .optional(),
    /** By the names that the item asks with. */
    named: z
      .record(z.string().min(1).max(100), text(LONGEST.named))
      .refine((named) => Object.keys(named).length <= MAX_NAMED)
      .transform(withoutBlanks)
      .optional(),
  });
}

/**
 * One answer: 現在の対応状況, 今後の対応予定 (measure, date, person, 暫定措置 until then), 対象外 with its reason, 備考, and data
 * that the item asks for by name. Blank texts are ''; a blank interim measure or named datum is left out.
 */
export const answerContentSchema = contentSchema(freeTextSchema, promisedDateSchema);

/** What somebody is still typing: nothing of it is too long, or unfinished, to be kept for them. */
export const typedAnswerSchema = contentSchema(() => z.string(), typedPromiseSchema);
export type AnswerContent = z.output<typeof answerContentSchema>;

export const EMPTY_ANSWER: AnswerContent = {
  status: 'unanswered',
  current: '',
  measure: '',
  promised: null,
  person: '',
  reason: '',
  remarks: '',
};

export const MISSING_PARTS = [
  'status',
  'current',
  'named',
  'measure',
  'promised',
  'person',
  'reason',
  'outcome',
  'evidence',
] as const;
export type MissingPart = (typeof MISSING_PARTS)[number];

/** What an item asks for beyond its texts. */
export interface Asked {
  namedData?: readonly string[] | undefined;
  /** Today, where last year's promise has come due: the answer says what became of it. */
  outcomeDueOn?: CalendarDate | undefined;
  evidenceNeeded?: boolean | undefined;
}

const blank = (text: string) => text.trim() === '';

function withoutBlanks(named: Record<string, string>): Record<string, string> | undefined {
  const kept = Object.entries(named).filter(([, text]) => !blank(text));
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/**
 * What still hinders submission. A plan is needed when partial or unmet, optional when met but then whole once begun;
 * 対象外 needs its reason and nothing else; 未定 needs the reason for it. Where last year's promise came due, a day that has
 * passed is no plan. What is met, in part or whole, can be shown: `hasEvidence` says that a file is there. Saving never
 * refuses for any of these.
 */
export function missingIn(content: AnswerContent, asked: Asked, hasEvidence: boolean): MissingPart[] {
  if (content.status === 'unanswered') return ['status'];
  if (content.status === 'not_applicable') return blank(content.reason) ? ['reason'] : [];
  const missing: MissingPart[] = [];
  if (blank(content.current)) missing.push('current');
  if (asked.namedData?.some((name) => !mayStayBlank(name) && blank(content.named?.[name] ?? ''))) missing.push('named');
  const begun =
    [content.measure, content.person, content.interim ?? ''].some((text) => !blank(text)) || content.promised !== null;
  if (content.status !== 'met' || begun) {
    if (blank(content.measure)) missing.push('measure');
    const { promised } = content;
    if (promised === null || (promised.precision === 'undecided' && blank(promised.reason))) missing.push('promised');
    if (blank(content.person)) missing.push('person');
    const lastDay = promiseLastDay(content);
    if (asked.outcomeDueOn !== undefined && lastDay !== null && lastDay <= asked.outcomeDueOn) missing.push('outcome');
  }
  if (asked.evidenceNeeded && content.status !== 'unmet' && !hasEvidence) missing.push('evidence');
  return missing;
}

/** True when the answer promises something: a plan belongs to partial and unmet, and to met once begun. */
export function hasPromise(content: AnswerContent): boolean {
  return content.status !== 'not_applicable' && content.status !== 'unanswered' && content.promised !== null;
}

/** The last day on which its promise is kept; null without a promise, and for 未定. */
export function promiseLastDay(content: AnswerContent): CalendarDate | null {
  return hasPromise(content) && content.promised !== null ? lastDayOf(content.promised) : null;
}

/** Everything that a person typed into it, for a search. */
export function typedText(content: AnswerContent): string {
  const { reason, current, named, measure, person, interim, remarks } = content;
  return [reason, current, ...Object.values(named ?? {}), measure, person, interim ?? '', remarks].join('\n');
}

export function sameContent(a: AnswerContent, b: AnswerContent): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
