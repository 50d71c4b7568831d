import { z } from 'zod';
import { checklistEditionSchema } from '@/domain/checklist';
import { FILE_ERRORS } from '@/domain/edition-draft';
import { EDITION_PROBLEMS } from '@/domain/edition-problems';

export const problemSchema = z.strictObject({
  kind: z.enum(EDITION_PROBLEMS),
  position: z.int().nullable(),
  number: z.string(),
});

/** What a read file holds: an edition, or everything that is wrong with it. */
export const editionPreviewSchema = z.strictObject({
  edition: checklistEditionSchema.nullable(),
  errors: z.array(z.strictObject({ row: z.int(), column: z.string(), kind: z.enum(FILE_ERRORS), line: z.int() })),
});
