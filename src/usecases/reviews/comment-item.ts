import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { newId } from '@/db/new-id';
import { recordRevisions } from '@/db/revisions';
import { comment } from '@/db/schema/review';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { judgedItems, requireReview } from './require-review';
import { reviewTextSchema } from './review.schema';
import { nameOf } from './review-items';

/**
 * A word for the vendor on one item: unseen by them until a return or an approval releases it, to be changed or
 * emptied until then. A change names the version that it started from; `stale-save` carries the other text.
 */
export const commentItem = command({
  audience: 'bank',
  action: 'reviews.comment',
  input: z.strictObject({
    assessmentId: z.uuid(),
    roundId: z.uuid(),
    itemId: z.uuid(),
    body: reviewTextSchema.transform((text) => (text.trim() === '' ? '' : text)),
    version: z.int().min(0),
  }),
  output: z.strictObject({ body: z.string(), commentVersion: z.int() }),
  async run({ tx, scope, now }, { assessmentId, roundId, itemId, body, version }) {
    const { assessment } = await requireReview(tx, 'comment', { assessmentId, roundId, itemIds: [itemId] });
    const { tenantId, campaignId } = assessment;
    if (!(await judgedItems(tx, roundId)).some((item) => item.itemId === itemId)) {
      throw new Refusal('item-not-answered-here', {});
    }
    const [before] = await tx
      .select()
      .from(comment)
      .where(and(eq(comment.roundId, roundId), eq(comment.itemId, itemId)));
    if ((before?.body ?? '') === body) return { unchanged: { body, commentVersion: before?.version ?? 0 } };
    if (version !== (before?.version ?? 0)) {
      throw new Refusal('stale-save', {
        theirs: before?.body ?? '',
        version: before?.version ?? 0,
        by: before ? nameOf(before.by) : '',
        at: before?.at ?? now,
      });
    }
    if (before && before.releasedAt !== null) throw new Refusal('not-allowed-in-state', { state: 'released' });
    const said = { body, by: scope.actor, at: now };
    const [row] = before
      ? await tx
          .update(comment)
          .set({ ...said, version: version + 1 })
          .where(eq(comment.id, before.id))
          .returning()
      : await tx
          .insert(comment)
          .values({ tenantId, id: newId(), campaignId, assessmentId, roundId, itemId, ...said, version: 1 })
          .returning();
    if (!row) throw new Refusal('not-found', {});
    const digests = await recordRevisions(tx, { now, by: scope.actor }, [
      { noun: 'comment', row, campaignId, assessmentId },
    ]);
    return {
      output: { body: row.body, commentVersion: row.version },
      events: [
        {
          kind: row.body === '' ? 'comment.removed' : 'comment.saved',
          campaignId,
          assessmentId,
          objects: [row.id, roundId, itemId],
          payload: { digests },
        },
      ],
    };
  },
});
