import { eq, or } from 'drizzle-orm';
import { z } from 'zod';
import { checklistEdition, editionMapping } from '@/db/schema/checklist';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { requireDraft } from './require-edition';

/** Throws a draft away, with the pairs that were set for it. Its revisions stay. */
export const discardDraft = command({
  audience: 'bank',
  action: 'checklists.discard',
  input: z.strictObject({ editionId: z.uuid(), version: z.int().min(1) }),
  output: z.strictObject({ discarded: z.boolean() }),
  async run({ tx }, { editionId, version }) {
    const draft = await requireDraft(tx, editionId);
    if (draft.version !== version) throw new Refusal('stale-record', {});
    await tx
      .delete(editionMapping)
      .where(or(eq(editionMapping.fromEditionId, editionId), eq(editionMapping.toEditionId, editionId)));
    await tx.delete(checklistEdition).where(eq(checklistEdition.id, editionId));
    return {
      output: { discarded: true },
      events: [{ kind: 'edition.discarded', objects: [editionId], payload: { version } }],
    };
  },
});
