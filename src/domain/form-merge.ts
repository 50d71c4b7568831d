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

/** `file`: only the file changed it. `now`: only somebody here did. `both`: both did, and differently: somebody chooses. */
export type FieldFate = 'file' | 'now' | 'both';

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
    else compared.push({ field, fate: stands === was ? 'file' : 'both' });
  }
  return compared;
}

/**
 * The answer with what the file changed, over what stands now. Cells that both changed take the side that was chosen;
 * null while one of them has no choice.
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
    const side = fate === 'both' ? choices[field] : fate;
    if (side === undefined) return null;
    sides.set(field, side);
  }
  for (const field of FORM_FIELDS) {
    const value = (sides.get(field) === 'file' ? file : now)[field];
    if (value !== undefined) merged[field] = value;
  }
  return merged as AnswerContent;
}
