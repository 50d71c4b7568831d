import type { AnswerContent } from './answer';
import { canonicalJson } from './canonical-json';

/** The parts of an answer that a form has a cell for. */
export const FORM_FIELDS = [
  'status',
  'current',
  'named',
  'reason',
  'measure',
  'promised',
  'person',
  'interim',
  'remarks',
] as const;
export type FormField = (typeof FORM_FIELDS)[number];
/** Whose text a cell takes: the file's, or what stands now. */
export type FormSide = 'file' | 'now';

/**
 * `file`: only the file changed it. `emptied`: only the file did, and nothing is left: somebody says whether it was meant.
 * `now`: only somebody here did. `both`: both did, and differently: somebody chooses.
 */
export const FIELD_FATES = ['file', 'emptied', 'now', 'both'] as const;
export type FieldFate = (typeof FIELD_FATES)[number];
/** Nobody but a person decides which side such a cell takes. */
export const needsChoice = (fate: FieldFate) => fate === 'both' || fate === 'emptied';

/** Nothing stands in the cell. */
export function isBlankIn(content: AnswerContent, field: FormField): boolean {
  if (field === 'status') return content.status === 'unanswered';
  if (field === 'named') return Object.keys(content.named ?? {}).length === 0;
  return (content[field] ?? '') === '';
}

/** Every cell of an answer in which file, last download and now are not all alike; what isn't named here is as it was. */
export function compareForm(
  base: AnswerContent,
  file: AnswerContent,
  now: AnswerContent,
): { field: FormField; fate: FieldFate }[] {
  const compared: { field: FormField; fate: FieldFate }[] = [];
  for (const field of FORM_FIELDS) {
    const [was, typed, stands] = [base, file, now].map((content) => canonicalJson(content[field] ?? null));
    if (typed === stands) continue;
    if (typed === was) compared.push({ field, fate: 'now' });
    else if (stands !== was) compared.push({ field, fate: 'both' });
    else compared.push({ field, fate: isBlankIn(file, field) ? 'emptied' : 'file' });
  }
  return compared;
}

/**
 * The answer with what the file changed, over what stands now. Cells that both changed, or that the file emptied, take
 * the side that was chosen; null while one of them has no choice.
 */
export function mergeForm(
  base: AnswerContent,
  file: AnswerContent,
  now: AnswerContent,
  choices: Readonly<Partial<Record<FormField, FormSide>>>,
): AnswerContent | null {
  const { named: _named, interim: _interim, ...plain } = now;
  const merged: Record<string, unknown> = { ...plain };
  const sides = new Map<FormField, FormSide>();
  for (const { field, fate } of compareForm(base, file, now)) {
    const side = fate === 'both' || fate === 'emptied' ? choices[field] : fate;
    if (side === undefined) return null;
    sides.set(field, side);
  }
  for (const field of FORM_FIELDS) {
    const value = (sides.get(field) === 'file' ? file : now)[field];
    if (value !== undefined) merged[field] = value;
  }
  return merged as AnswerContent;
}
