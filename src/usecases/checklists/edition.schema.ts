import { z } from 'zod';
import { calendarDateSchema } from '@/domain/calendar-date';
import { checklistItemSchema } from '@/domain/checklist';
import { EDITION_PROBLEMS } from '@/domain/edition-problems';
import { freeTextSchema } from '@/domain/free-text';

const TEXT = freeTextSchema(10_000);
const SHORT = freeTextSchema(400);

/** An item as it comes from outside: every text checked and bounded. Blank ones are a draft's right. */
const draftItemSchema = checklistItemSchema.extend({
  id: freeTextSchema(100).pipe(z.string().min(1)).optional(),
  number: freeTextSchema(20).pipe(z.string().trim().min(1)),
  category: freeTextSchema(100).pipe(z.string().trim()),
  objective: freeTextSchema(2000),
  practices: z
    .array(
      z.strictObject({
        heading: freeTextSchema(2000),
        methods: z.array(z.strictObject({ number: z.int().min(0).max(9999), text: TEXT })).max(200),
      }),
    )
    .max(100),
  notes: z.array(z.strictObject({ mark: freeTextSchema(50), title: SHORT, text: TEXT })).max(100),
  references: z.array(z.strictObject({ source: SHORT, sections: z.array(SHORT).max(100) })).max(100),
  guidance: freeTextSchema(4000).optional(),
  namedData: z
    .array(freeTextSchema(100).pipe(z.string().min(1)))
    .max(20)
    .optional(),
});

/** What may be written into a draft. The edition's own id is the product's to give. */
export const draftContentSchema = z.strictObject({
  title: freeTextSchema(200).pipe(z.string().trim().min(1)),
  publisher: freeTextSchema(200),
  issued: calendarDateSchema,
  source: freeTextSchema(1000),
  items: z.array(draftItemSchema).max(500, { error: 'batch-too-large' }),
});
export type DraftContent = z.output<typeof draftContentSchema>;

export const problemSchema = z.strictObject({
  kind: z.enum(EDITION_PROBLEMS),
  position: z.int().nullable(),
  number: z.string(),
});
