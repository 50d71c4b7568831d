import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { newId } from '@/db/new-id';
import { assessment, campaign, pinnedItem } from '@/db/schema/campaign';
import { reply } from '@/db/schema/review';
import { freeTextSchema } from '@/domain/free-text';
import { Refusal } from '@/domain/refusal';
import { MAX_REPLY_LENGTH } from '@/domain/reply';
import { command } from '../command';
import { repliesTo } from './reply-rows';
import { lockAssessment, requireWritable } from './require-assessment';
import { returnedItems } from './returned-items';
import { replySchema } from './workspace.schema';

/**
 * The vendor's word on what the bank said of an item with a return, by a comment or 不足 or 要確認 alone, writable while the assessment is; the bank reads it with
 * the next submission. Earlier words stay on record, '' takes the word back. It names the version that it started
 * from: `stale-save` carries a colleague's. `no-comment-here` where the newest return asks nothing of the item.
 */
export const replyToComment = command({
  audience: 'respondent',
  action: 'answers.reply',
  input: z.strictObject({
    assessmentId: z.uuid(),
    itemId: z.uuid(),
    version: z.int().min(0),
    body: freeTextSchema(MAX_REPLY_LENGTH).transform((text) => (text.trim() === '' ? '' : text)),
  }),
  output: replySchema,
  async run({ tx, scope, now }, { assessmentId, itemId, version, body }) {
    const owner = await lockAssessment(tx, assessmentId);
    const { tenantId, campaignId } = owner;
    const [found] = await tx
      .select({ answeredBy: pinnedItem.answeredBy, campaign })
      .from(pinnedItem)
      .innerJoin(campaign, eq(campaign.id, pinnedItem.campaignId))
      .where(eq(pinnedItem.id, itemId));
    if (!found) throw new Refusal('not-found', {});
    if (found.answeredBy === 'bank') throw new Refusal('item-not-answered-here', {});
    requireWritable(found.campaign, owner);
    const returned = await returnedItems(tx, assessmentId);
    if (!returned?.itemIds.has(itemId)) throw new Refusal('no-comment-here', {});
    const { roundId } = returned;
    const before = (await repliesTo(tx, roundId)).get(itemId) ?? null;
    if ((before?.body ?? '') === body) {
      return { unchanged: before ?? { body, by: scope.actor.name, at: now, version: 0 } };
    }
    if (version !== (before?.version ?? 0)) {
      throw new Refusal('stale-save', {
        theirs: before?.body ?? '',
        version: before?.version ?? 0,
        by: before?.by ?? '',
        at: before?.at ?? now,
      });
    }
    const id = newId();
    await tx.insert(reply).values({
      tenantId,
      id,
      campaignId,
      assessmentId,
      roundId,
      itemId,
      body,
      by: scope.actor,
      at: now,
    });
    await tx.update(assessment).set({ lastActivityAt: now }).where(eq(assessment.id, assessmentId));
    return {
      output: { body, by: scope.actor.name, at: now, version: version + 1 },
      events: [
        {
          kind: body === '' ? 'reply.removed' : 'reply.saved',
          campaignId,
          assessmentId,
          objects: [id, roundId, itemId],
          payload: { digest: createHash('sha256').update(body).digest('hex') },
        },
      ],
    };
  },
});
