import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { editionMapping } from '@/db/schema/checklist';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { keepLineages } from './keep-lineages';

/** Takes back a pair that was set by hand. */
export const removeMapping = command({
  audience: 'bank',
  action: 'checklists.removeMapping',
  input: z.strictObject({ mappingId: z.uuid() }),
  output: z.strictObject({ removed: z.boolean() }),
  async run({ tx, scope }, { mappingId }) {
    const [row] = await tx.delete(editionMapping).where(eq(editionMapping.id, mappingId)).returning();
    if (!row) throw new Refusal('not-found', {});
    await keepLineages(tx, scope.tenantId);
    const { fromEditionId, toEditionId, fromItemId, toItemId } = row;
    return {
      output: { removed: true },
      events: [
        {
          kind: 'edition.unmapped',
          objects: [mappingId, fromEditionId, toEditionId],
          payload: { fromItemId, toItemId },
        },
      ],
    };
  },
});
