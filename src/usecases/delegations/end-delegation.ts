import { and, eq, inArray, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { recordRevisions } from '@/db/revisions';
import { invitation } from '@/db/schema/campaign';
import { delegatedItem } from '@/db/schema/delegation';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { revisionOf } from '../invitations/plan-invitation';
import { lockAssessment } from '../responses/require-assessment';
import { requireLead } from './require-lead';

/**
 * Takes items back from a colleague, or with `itemIds` null all of them and the link: its sessions reach nothing from the
 * next request on. What the colleague answered stays.
 */
export const endDelegation = command({
  audience: 'respondent',
  action: 'delegations.end',
  input: z.strictObject({
    assessmentId: z.uuid(),
    invitationId: z.uuid(),
    itemIds: z.array(z.uuid()).min(1).max(500).nullable(),
  }),
  output: z.strictObject({ ended: z.int() }),
  async run({ tx, scope, now }, { assessmentId, invitationId, itemIds }) {
    const { campaignId } = await lockAssessment(tx, assessmentId);
    const [link] = await tx.select().from(invitation).where(eq(invitation.id, invitationId));
    if (!link || link.delegatedBy === null) throw new Refusal('not-found', {});
    const had = itemIds === null ? [] : [inArray(delegatedItem.itemId, itemIds)];
    const theirs = and(eq(delegatedItem.invitationId, invitationId), ...had);
    if (itemIds !== null && (await tx.$count(delegatedItem, theirs)) !== new Set(itemIds).size) {
      throw new Refusal('not-found', {});
    }
    requireLead(scope);
    const ended = await tx
      .update(delegatedItem)
      .set({ endedAt: now })
      .where(and(theirs, isNull(delegatedItem.endedAt)))
      .returning();
    const revoked =
      itemIds === null && link.revokedAt === null
        ? await tx.update(invitation).set({ revokedAt: now }).where(eq(invitation.id, invitationId)).returning()
        : [];
    if (ended.length + revoked.length === 0) return { unchanged: { ended: 0 } };
    const digests = await recordRevisions(
      tx,
      { now, by: scope.actor },
      revoked.map((row) => ({ noun: 'invitation' as const, row: revisionOf(row), campaignId, assessmentId })),
    );
    return {
      output: { ended: ended.length },
      events: [
        {
          kind: revoked.length > 0 ? 'delegation.revoked' : 'delegation.taken_back',
          campaignId,
          assessmentId,
          objects: [invitationId, ...ended.map((row) => row.itemId)],
          payload: { digests },
        },
      ],
    };
  },
});
