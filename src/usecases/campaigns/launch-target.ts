import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { newId } from '@/db/new-id';
import { recordRevisions } from '@/db/revisions';
import { service, vendorContact } from '@/db/schema/bank';
import { assessment, campaignTarget, pinnedItem } from '@/db/schema/campaign';
import { invitationInstant } from '@/domain/deadline';
import { command } from '../command';
import { issueInvitation } from '../invitations/issue-invitation';
import { requireCampaign } from './require-campaign';

/**
 * One planned target of a launching campaign, whole: assessment, invitation, mail and event in one transaction. Killed
 * anywhere, the next run takes the next planned row; none is made twice and none is left out. `left` counts the rows
 * still planned.
 */
export const launchTarget = command({
  audience: 'system',
  action: 'system.launchTarget',
  input: z.strictObject({ campaignId: z.uuid() }),
  output: z.strictObject({ launched: z.boolean(), left: z.int() }),
  async run({ tx, scope, now, linkHash }, { campaignId }) {
    const { tenantId } = scope;
    const row = await requireCampaign(tx, campaignId);
    const planned = and(eq(campaignTarget.campaignId, campaignId), isNull(campaignTarget.launchedAt));
    if (row.state !== 'launching') return { unchanged: { launched: false, left: 0 } };
    const [target] = await tx
      .select()
      .from(campaignTarget)
      .where(planned)
      .orderBy(asc(campaignTarget.id))
      .limit(1)
      .for('update', { skipLocked: true });
    if (!target) return { unchanged: { launched: false, left: await tx.$count(campaignTarget, planned) } };
    const [found] = await tx
      .select({ vendorId: service.vendorId, contact: vendorContact })
      .from(service)
      .innerJoin(vendorContact, and(eq(vendorContact.vendorId, service.vendorId), eq(vendorContact.kind, 'primary')))
      .where(eq(service.id, target.serviceId));
    if (!found) throw new Error('a launching campaign has a service without a contact');
    const itemCount = await tx.$count(
      pinnedItem,
      and(eq(pinnedItem.campaignId, campaignId), sql`${pinnedItem.answeredBy} in ('vendor', 'both')`),
    );
    const [made] = await tx
      .insert(assessment)
      .values({
        tenantId,
        id: newId(),
        campaignId,
        serviceId: target.serviceId,
        vendorId: found.vendorId,
        state: 'not_started',
        dueDate: row.dueDate,
        itemCount,
        inChargeId: row.ownerId,
        createdAt: now,
      })
      .returning();
    if (!made) throw new Error('the assessment was not kept');
    const { invitationId, mailId, kept } = await issueInvitation(
      tx,
      { ...found.contact, contactId: found.contact.id },
      { assessment: made, campaign: row },
      { now, dueAt: invitationInstant(row.launchedAt ?? now), linkHash },
    );
    await tx.update(campaignTarget).set({ launchedAt: now }).where(eq(campaignTarget.id, target.id));
    const digests = await recordRevisions(tx, { now, by: scope.actor }, [
      { noun: 'assessment', row: made, campaignId, assessmentId: made.id },
      { noun: 'invitation', row: kept, campaignId, assessmentId: made.id },
    ]);
    return {
      output: { launched: true, left: await tx.$count(campaignTarget, planned) },
      events: [
        {
          kind: 'assessment.started',
          campaignId,
          assessmentId: made.id,
          objects: [made.id, invitationId, mailId],
          payload: { digests, serviceId: target.serviceId },
        },
      ],
      wake: [{ kind: 'mail.send', payload: { tenantId, mailId } }],
    };
  },
});
