import { and, eq, ne } from 'drizzle-orm';
import { z } from 'zod';
import { newId } from '@/db/new-id';
import { editionMapping } from '@/db/schema/checklist';
import { itemIdOf } from '@/domain/checklist';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { keepLineages } from './keep-lineages';
import { requireEdition } from './require-edition';

const itemIdSchema = z.string().min(1).max(100);

/**
 * Says which item of the later edition asks what an item of the earlier one asked; null: none does. A later word about
 * the same item replaces the earlier one. `mapping-taken` when another item was paired with the target by hand.
 */
export const saveMapping = command({
  audience: 'bank',
  action: 'checklists.saveMapping',
  input: z.strictObject({
    fromEditionId: z.uuid(),
    toEditionId: z.uuid(),
    fromItemId: itemIdSchema,
    toItemId: itemIdSchema.nullable(),
  }),
  output: z.strictObject({ mappingId: z.uuid() }),
  async run({ tx, scope, now }, { fromEditionId, toEditionId, fromItemId, toItemId }) {
    const from = await requireEdition(tx, fromEditionId);
    const to = await requireEdition(tx, toEditionId);
    const knows = (side: typeof from, itemId: string) => side.edition.items.some((item) => itemIdOf(item) === itemId);
    if (!knows(from, fromItemId) || (toItemId !== null && !knows(to, toItemId))) throw new Refusal('not-found', {});
    const ofPair = and(eq(editionMapping.fromEditionId, fromEditionId), eq(editionMapping.toEditionId, toEditionId));
    if (toItemId !== null) {
      const taken = await tx.$count(
        editionMapping,
        and(ofPair, eq(editionMapping.toItemId, toItemId), ne(editionMapping.fromItemId, fromItemId)),
      );
      if (taken > 0) throw new Refusal('mapping-taken', {});
    }
    const word = { toItemId, by: scope.actor, at: now };
    const [row] = await tx
      .insert(editionMapping)
      .values({ tenantId: scope.tenantId, id: newId(), fromEditionId, toEditionId, fromItemId, ...word })
      .onConflictDoUpdate({
        target: [
          editionMapping.tenantId,
          editionMapping.fromEditionId,
          editionMapping.toEditionId,
          editionMapping.fromItemId,
        ],
        set: word,
      })
      .returning({ id: editionMapping.id });
    if (!row) throw new Error('the pair was not kept');
    await keepLineages(tx, scope.tenantId);
    return {
      output: { mappingId: row.id },
      events: [
        {
          kind: 'edition.mapped',
          objects: [row.id, fromEditionId, toEditionId],
          payload: { fromItemId, toItemId },
        },
      ],
    };
  },
});
