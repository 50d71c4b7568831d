import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { fileImport } from '@/db/schema/file-import';
import { mayDo } from '@/domain/access';
import { Refusal } from '@/domain/refusal';
import { importHeadSchema, requireImport } from '../imports/import-rows';
import { query } from '../query';
import { editionPreviewSchema } from './edition.schema';

const SHOWN = 200;

/** One uploaded checklist: how far it is, what the draft would hold, or every place that needs correcting. */
export const showEditionImport = query({
  audience: 'bank',
  action: 'checklists.showImport',
  input: z.strictObject({ importId: z.uuid() }),
  output: importHeadSchema.extend({
    /** Null: it has not been read yet. */
    preview: z
      .strictObject({
        title: z.string(),
        itemCount: z.int(),
        items: z.array(z.strictObject({ number: z.string(), category: z.string(), objective: z.string() })),
        errorCount: z.int(),
        errors: editionPreviewSchema.shape.errors,
      })
      .nullable(),
    mayAdopt: z.boolean(),
  }),
  async run({ tx, scope }, { importId }) {
    const head = await requireImport(tx, importId);
    if (head.kind !== 'checklist') throw new Refusal('not-found', {});
    const [found] = await tx
      .select({ preview: fileImport.preview })
      .from(fileImport)
      .where(eq(fileImport.id, importId));
    const mayAdopt = mayDo('bank', scope.roles, 'checklists.adoptImport');
    if (!found?.preview) return { ...head, preview: null, mayAdopt };
    const { edition, errors } = editionPreviewSchema.parse(found.preview);
    const items = edition?.items ?? [];
    return {
      ...head,
      preview: {
        title: edition?.title ?? '',
        itemCount: items.length,
        items: items.slice(0, SHOWN).map(({ number, category, objective }) => ({ number, category, objective })),
        errorCount: errors.length,
        errors: errors.slice(0, SHOWN),
      },
      mayAdopt,
    };
  },
});
