import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { linkRequest } from '@/db/schema/delegation';
import { Refusal } from '@/domain/refusal';
import { requireAssessment } from '../campaigns/require-campaign';
import { command } from '../command';

/** 対応不要: no new link for who asked. They may ask again, and are told nothing: nobody knows who pressed. */
export const putLinkRequestAway = command({
  audience: 'bank',
  action: 'invitations.putRequestAway',
  input: z.strictObject({ assessmentId: z.uuid(), requestId: z.uuid() }),
  output: z.strictObject({ settled: z.boolean() }),
  async run({ tx, now }, { assessmentId, requestId }) {
    const { campaignId } = await requireAssessment(tx, assessmentId, true);
    const theirs = and(eq(linkRequest.id, requestId), eq(linkRequest.assessmentId, assessmentId));
    const [settled] = await tx
      .update(linkRequest)
      .set({ settledAt: now })
      .where(and(theirs, isNull(linkRequest.settledAt)))
      .returning({ id: linkRequest.id, invitationId: linkRequest.invitationId });
    if (!settled) {
      if ((await tx.$count(linkRequest, theirs)) === 0) throw new Refusal('not-found', {});
      return { unchanged: { settled: false } };
    }
    return {
      output: { settled: true },
      events: [
        {
          kind: 'invitation.request_put_away',
          campaignId,
          assessmentId,
          objects: [settled.invitationId, settled.id],
          payload: {},
        },
      ],
    };
  },
});
