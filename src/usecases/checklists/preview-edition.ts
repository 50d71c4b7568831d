import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { fileImport } from '@/db/schema/file-import';
import { command } from '../command';
import { lockImport } from '../imports/import-rows';
import { editionPreviewSchema } from './edition.schema';

/** Keeps what a read file of a checklist holds, for somebody to look at; writes nothing else. */
export const previewEdition = command({
  audience: 'system',
  action: 'system.previewEdition',
  input: z.strictObject({ importId: z.uuid(), preview: editionPreviewSchema }),
  output: z.strictObject({ previewed: z.boolean() }),
  async run({ tx }, { importId, preview }) {
    const row = await lockImport(tx, importId);
    if (row.state !== 'planned' || row.kind !== 'checklist') return { unchanged: { previewed: false } };
    await tx
      .update(fileImport)
      .set({
        state: 'previewed',
        preview,
        doneRows: 0,
        totalRows: preview.edition?.items.length ?? 0,
        version: row.version + 1,
      })
      .where(eq(fileImport.id, importId));
    const payload = { items: preview.edition?.items.length ?? 0, faulty: preview.errors.length };
    return {
      output: { previewed: true },
      events: [{ kind: 'import.previewed', objects: [importId], payload }],
    };
  },
});
