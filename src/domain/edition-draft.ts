import { z } from 'zod';
import { calendarDateSchema } from './calendar-date';
import { type ChecklistEdition, checklistEditionSchema, checklistItemSchema } from './checklist';
import { type EditionHead, SHEET_ERRORS, type SheetError } from './edition-sheet';
import { freeTextSchema } from './free-text';

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

/** What is wrong with a file: a cell of its sheet; or a place in its JSON, which `column` names, with row 0. */
export interface EditionFileError extends Omit<SheetError, 'kind'> {
  kind: SheetError['kind'] | 'shape' | 'unreadable';
}
export const FILE_ERRORS = [...SHEET_ERRORS, 'shape', 'unreadable'] as const satisfies EditionFileError['kind'][];

/** An edition that a file holds; or all that is wrong with it, and then nothing of it is taken. */
export interface ReadEdition {
  edition: ChecklistEdition | null;
  errors: EditionFileError[];
}

const issuesOf = (error: z.ZodError): EditionFileError[] =>
  error.issues.map((issue) => ({ row: 0, column: issue.path.join('.'), kind: 'shape', line: 0 }));

/** The edition, once every text of it may be kept. */
export function checkedEdition({ id, ...content }: EditionHead & Pick<ChecklistEdition, 'items'>): ReadEdition {
  const checked = draftContentSchema.safeParse(content);
  if (!checked.success) return { edition: null, errors: issuesOf(checked.error) };
  return { edition: { id, ...checked.data }, errors: [] };
}

export function editionJson(edition: ChecklistEdition): string {
  return `${JSON.stringify(edition, null, 2)}\n`;
}

export function readEditionJson(text: string): ReadEdition {
  let found: unknown;
  try {
    found = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { edition: null, errors: [{ row: 0, column: '', kind: 'unreadable', line: 0 }] };
  }
  const parsed = checklistEditionSchema.safeParse(found);
  return parsed.success ? checkedEdition(parsed.data) : { edition: null, errors: issuesOf(parsed.error) };
}
