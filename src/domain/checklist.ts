import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Slot } from './answer';
import { calendarDateSchema } from './calendar-date';
import { canonicalJson } from './canonical-json';
import fiscTrial2017 from './editions/fisc-api-checklist-trial-2017.json' with { type: 'json' };

const methodSchema = z.strictObject({ number: z.int(), text: z.string() });
const practiceSchema = z.strictObject({ heading: z.string(), methods: z.array(methodSchema) });
const noteSchema = z.strictObject({ mark: z.string(), title: z.string(), text: z.string() });
const referenceSchema = z.strictObject({ source: z.string(), sections: z.array(z.string()) });

/** One 確認項目, verbatim: `number` is 通番, `objective` セキュリティ対応目標, `answeredBy` 対象者. */
export const checklistItemSchema = z.strictObject({
  number: z.int(),
  category: z.string(),
  objective: z.string(),
  answeredBy: z.enum(['vendor', 'bank', 'both']),
  practices: z.array(practiceSchema),
  notes: z.array(noteSchema),
  references: z.array(referenceSchema),
});

/** An edition of a checklist as data. Nothing in the code knows its numbers or categories. */
export const checklistEditionSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  publisher: z.string(),
  issued: calendarDateSchema,
  source: z.string(),
  items: z.array(checklistItemSchema),
});

export type ChecklistItem = z.output<typeof checklistItemSchema>;
export type ChecklistEdition = z.output<typeof checklistEditionSchema>;
export type AnsweredBy = ChecklistItem['answeredBy'];

/** The editions that come with the product. */
export function builtInEditions(): ChecklistEdition[] {
  return [checklistEditionSchema.parse(fiscTrial2017)];
}

/** Who fills the item in: an item for both has two slots. */
export function slotsOf(answeredBy: AnsweredBy): Slot[] {
  if (answeredBy === 'both') return ['vendor', 'bank'];
  return [answeredBy];
}

/** SHA-256 (hex) of the item's content without its number: what tells a changed text from a moved one. */
export function contentHash(item: ChecklistItem): string {
  const { number: _number, ...content } = item;
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}
