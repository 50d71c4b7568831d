import { createHash } from 'node:crypto';
import { z } from 'zod';
import { newId } from '@/db/new-id';
import { internalNote } from '@/db/schema/review';
import { command } from '../command';
import { requireReview } from './require-review';
import { reviewTextSchema } from './review.schema';

/** 行内限り: a note on one item that no vendor ever sees. It is added to, never changed. */
export const noteItem = command({
  audience: 'bank',
  action: 'reviews.note',
  input: z.strictObject({
    assessmentId: z.uuid(),
    roundId: z.uuid(),
    itemId: z.uuid(),
    body: reviewTextSchema.refine((text) => text.trim() !== ''),
  }),
  output: z.strictObject({ id: z.uuid() }),
  async run({ tx, scope, now }, { assessmentId, roundId, itemId, body }) {
    const { assessment } = await requireReview(tx, 'note', { assessmentId, roundId, itemIds: [itemId] });
    const { tenantId, campaignId } = assessment;
    const id = newId();
    await tx
      .insert(internalNote)
      .values({ tenantId, id, campaignId, assessmentId, roundId, itemId, body, by: scope.actor, at: now });
    return {
      output: { id },
      events: [
        {
          kind: 'note.added',
          campaignId,
          assessmentId,
          objects: [id, roundId, itemId],
          payload: { digest: createHash('sha256').update(body).digest('hex') },
        },
      ],
    };
  },
});
