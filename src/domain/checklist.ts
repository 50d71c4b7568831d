import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Slot } from './answer';
import { calendarDateSchema } from './calendar-date';
import { canonicalJson } from './canonical-json';
import fiscTrial2017 from './editions/fisc-api-checklist-trial-2017.json' with { type: 'json' };
import fiscTrial2017NamedData from './editions/fisc-api-checklist-trial-2017.named-data.json' with { type: 'json' };

const methodSchema = z.strictObject({ number: z.int(), text: z.string() });
const practiceSchema = z.strictObject({ heading: z.string(), methods: z.array(methodSchema) });
const noteSchema = z.strictObject({ mark: z.string(), title: z.string(), text: z.string() });
const referenceSchema = z.strictObject({ source: z.string(), sections: z.array(z.string()) });

const API_KINDS = ['reference', 'update'] as const;

/**
 * One 確認項目, verbatim: `number` is 通番 as printed (1, Sec-3), `objective` セキュリティ対応目標, `answeredBy` 対象者.
 * The optional parts are not part of the printed text: they are the bank's own, or `namedData` that the text asks for.
 */
export const checklistItemSchema = z.strictObject({
  /** Stable within the edition, also when the number or the order changes; absent: the number is the id. */
  id: z.string().min(1).max(100).optional(),
  number: z.union([z.string().min(1).max(20), z.int().transform(String)]),
  category: z.string(),
  objective: z.string(),
  answeredBy: z.enum(['vendor', 'bank', 'both']),
  practices: z.array(practiceSchema),
  notes: z.array(noteSchema),
  references: z.array(referenceSchema),
  /** What the bank adds to help answering; '' and absent are the same. */
  guidance: z.string().max(4000).optional(),
  /** Evidence has to be handed in with the answer. */
  evidenceNeeded: z.boolean().optional(),
  /** Data asked for by name: certificate numbers, camera coverage. A name may say that it is optional: named-data.ts. */
  namedData: z.array(z.string().min(1).max(100)).max(20).optional(),
  /** Asked only where the service has one of these kinds of API; absent: always. */
  onlyForApiKinds: z.array(z.enum(API_KINDS)).min(1).optional(),
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

/**
 * The editions that come with the product. Data that a printed method asks to be written out (認証番号を明記, 更新間隔：○○)
 * has a field of its own; the methods are examples, so none has to be filled in.
 */
export function builtInEditions(): ChecklistEdition[] {
  const namedData: Readonly<Record<string, string[] | undefined>> = fiscTrial2017NamedData;
  const items = fiscTrial2017.items.map((item) => {
    const names = namedData[item.number];
    return names ? { ...item, namedData: names } : item;
  });
  return [checklistEditionSchema.parse({ ...fiscTrial2017, items })];
}

/** Who fills the item in: an item for both has two slots. */
export function slotsOf(answeredBy: AnsweredBy): Slot[] {
  if (answeredBy === 'both') return ['vendor', 'bank'];
  return [answeredBy];
}

/** What carry-over and maps between editions call the item; unique in its edition. */
export function itemIdOf(item: Pick<ChecklistItem, 'id' | 'number'>): string {
  return item.id ?? item.number;
}

/** True when the item is asked of a service with these kinds of API. */
export function isAsked(item: { onlyForApiKinds?: readonly string[] | null | undefined }, apiKinds: readonly string[]) {
  return item.onlyForApiKinds == null || item.onlyForApiKinds.some((kind) => apiKinds.includes(kind));
}

/** SHA-256 (hex) of the printed text without its number: what tells a changed text from a moved one. */
export function contentHash(item: ChecklistItem): string {
  const { category, objective, answeredBy, practices, notes, references } = item;
  const printed = { category, objective, answeredBy, practices, notes, references };
  return createHash('sha256').update(canonicalJson(printed)).digest('hex');
}
