import { and, eq, exists, gt, isNotNull, isNull, not } from 'drizzle-orm';
import { z } from 'zod';
import { invitation } from '@/db/schema/campaign';
import { mail } from '@/db/schema/record';
import { command } from '../command';
import { planMails, wakesFor } from '../mails/plan-mail';

/** Puts the mails on record that carry the links of colleagues（担当依頼）, each once; they leave at once. */
export const planDelegationMails = command({
  audience: 'system',
  action: 'system.planDelegationMails',
  input: z.strictObject({ campaignId: z.uuid() }),
  output: z.strictObject({ planned: z.int() }),
  async run({ tx, scope, now }, { campaignId }) {
    const { tenantId } = scope;
    const carried = tx
      .select({ id: mail.id })
      .from(mail)
      .where(and(eq(mail.invitationId, invitation.id), eq(mail.kind, 'delegated')));
    const links = await tx
      .select()
      .from(invitation)
      .where(
        and(
          eq(invitation.campaignId, campaignId),
          isNotNull(invitation.delegatedBy),
          isNull(invitation.revokedAt),
          gt(invitation.expiresAt, now),
          not(exists(carried)),
        ),
      );
    const made = await planMails(
      tx,
      { tenantId, now },
      links.map((link) => ({
        kind: 'delegated' as const,
        campaignId,
        assessmentId: link.assessmentId,
        invitationId: link.id,
        address: link.address,
        recipientName: link.name,
        language: link.language,
        occasion: link.id,
        dueAt: now,
      })),
    );
    if (made.length === 0) return { unchanged: { planned: 0 } };
    return {
      output: { planned: made.length },
      events: [
        {
          kind: 'mails.planned',
          campaignId,
          objects: [campaignId, ...made.map((each) => each.id)],
          payload: { planned: made.length },
        },
      ],
      wake: wakesFor(tenantId, made, now),
    };
  },
});
