import { z } from 'zod';
import { canonicalJson } from './canonical-json';
import { freeTextSchema, MAX_ANSWER_LENGTH } from './free-text';
import { promisedDateSchema } from './promised-date';

/** 充足 · 一部充足 · 未充足 · 対象外 · 未回答. The form has no codes; these are ours. */
export const ANSWER_STATUSES = ['met', 'partial', 'unmet', 'not_applicable', 'unanswered'] as const;
export type AnswerStatus = (typeof ANSWER_STATUSES)[number];

export const SLOTS = ['vendor', 'bank'] as const;
export type Slot = (typeof SLOTS)[number];

/** One answer: 現在の対応状況, 今後の対応予定 (measure, date, person), 対象外 with its reason, 備考. Blank texts are ''. */
export const answerContentSchema = z.strictObject({
  status: z.enum(ANSWER_STATUSES),
  current: freeTextSchema(MAX_ANSWER_LENGTH),
  measure: freeTextSchema(MAX_ANSWER_LENGTH),
  promised: promisedDateSchema.nullable(),
  person: freeTextSchema(200),
  reason: freeTextSchema(MAX_ANSWER_LENGTH),
  remarks: freeTextSchema(MAX_ANSWER_LENGTH),
});
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

export const MISSING_PARTS = ['status', 'current', 'measure', 'promised', 'person', 'reason'] as const;
export type MissingPart = (typeof MISSING_PARTS)[number];

const blank = (text: string) => text.trim() === '';

/**
 * What still hinders submission. A plan is needed when partial or unmet, optional when met but then whole once begun;
 * 対象外 needs its reason; 未定 needs the reason for it. Saving never refuses for any of these.
 */
export function missingIn(content: AnswerContent): MissingPart[] {
  if (content.status === 'unanswered') return ['status'];
  if (content.status === 'not_applicable') return blank(content.reason) ? ['reason'] : [];
  const missing: MissingPart[] = [];
  if (blank(content.current)) missing.push('current');
  const begun = !blank(content.measure) || content.promised !== null || !blank(content.person);
  if (content.status !== 'met' || begun) {
    if (blank(content.measure)) missing.push('measure');
    const { promised } = content;
    if (promised === null || (promised.precision === 'undecided' && blank(promised.reason))) missing.push('promised');
    if (blank(content.person)) missing.push('person');
  }
  return missing;
}

export function isComplete(content: AnswerContent): boolean {
  return missingIn(content).length === 0;
}

/** True when the answer promises something: a plan belongs to partial and unmet, and to met once begun. */
export function hasPromise(content: AnswerContent): boolean {
  return content.status !== 'not_applicable' && content.status !== 'unanswered' && content.promised !== null;
}

export function sameContent(a: AnswerContent, b: AnswerContent): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
