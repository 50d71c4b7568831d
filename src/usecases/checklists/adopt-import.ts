import { and, eq, isNotNull } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '@/db/client';
import { checklistEdition } from '@/db/schema/checklist';
import { fileImport } from '@/db/schema/file-import';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { lockImport } from '../imports/import-rows';
import { editionPreviewSchema } from './edition.schema';
import { writeDraft } from './write-draft';

/**
 * Makes a draft of a checklist that was read and looked at. A file that came out of one of the bank's published editions
 * begins as its copy, so that the map knows the items again. `import-faulty-rows` while anything in it needs correcting.
 */
export const adoptImport = command({
  audience: 'bank',
  action: 'checklists.adoptImport',
  input: z.strictObject({ importId: z.uuid(), version: z.int() }),
  output: z.strictObject({ editionId: z.uuid() }),
  async run(context, { importId, version }) {
    const { tx, scope, now } = context;
    const row = await lockImport(tx, importId);
    if (row.kind !== 'checklist') throw new Refusal('not-found', {});
    if (row.state !== 'previewed') throw new Refusal('not-allowed-in-state', {});
    if (row.version !== version) throw new Refusal('stale-record', {});
    const { edition, errors } = editionPreviewSchema.parse(row.preview);
    if (edition === null || errors.length > 0) throw new Refusal('import-faulty-rows', { count: errors.length });
    const source = await publishedSource(tx, edition.id);
    const { row: draft, digests } = await writeDraft(context, edition, source);
    await tx
      .update(fileImport)
      .set({
        state: 'applied',
        confirmedBy: scope.actor,
        confirmedAt: now,
        appliedAt: now,
        doneRows: edition.items.length,
        version: version + 1,
      })
      .where(eq(fileImport.id, importId));
    return {
      output: { editionId: draft.id },
      events: [{ kind: 'edition.imported', objects: [draft.id, importId], payload: { digests, sha256: row.sha256 } }],
    };
  },
});

async function publishedSource(tx: Transaction, sourceId: string): Promise<string | null> {
  const [found] = await tx
    .select({ id: checklistEdition.id })
    .from(checklistEdition)
    .where(and(eq(checklistEdition.sourceId, sourceId), isNotNull(checklistEdition.publishedAt)));
  return found?.id ?? null;
}
