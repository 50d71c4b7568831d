import { z } from 'zod';
import { newId } from '@/db/new-id';
import { itemReading } from '@/db/schema/review';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { MOST_AT_ONCE } from './judge-items';
import { judgedItems, requireReview } from './require-review';

/** The member has opened these items of the newest round. Opening one again adds nothing. */
export const readItems = command({
  audience: 'bank',
  action: 'reviews.read',
  input: z.strictObject({
    assessmentId: z.uuid(),
    roundId: z.uuid(),
    itemIds: z.array(z.uuid()).min(1).max(MOST_AT_ONCE, { error: 'batch-too-large' }),
  }),
  output: z.strictObject({ read: z.int() }),
  async run({ tx, scope, now }, { assessmentId, roundId, itemIds }) {
    const { assessment } = await requireReview(tx, 'read', { assessmentId, roundId, itemIds });
    const { tenantId, campaignId } = assessment;
    const answered = new Set((await judgedItems(tx, roundId)).map((item) => item.itemId));
    if (itemIds.some((itemId) => !answered.has(itemId))) throw new Refusal('item-not-answered-here', {});
    const rows = await tx
      .insert(itemReading)
      .values(
        [...new Set(itemIds)].map((itemId) => ({
          tenantId,
          id: newId(),
          campaignId,
          assessmentId,
          roundId,
          itemId,
          memberId: scope.memberId,
          at: now,
        })),
      )
      .onConflictDoNothing()
      .returning({ itemId: itemReading.itemId });
    if (rows.length === 0) return { unchanged: { read: 0 } };
    return {
      output: { read: rows.length },
      events: [
        {
          kind: 'items.read',
          campaignId,
          assessmentId,
          objects: [roundId, ...rows.map((row) => row.itemId)],
          payload: { memberId: scope.memberId },
        },
      ],
    };
  },
});
