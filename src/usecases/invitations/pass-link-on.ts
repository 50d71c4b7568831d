import { and, asc, eq, inArray, isNotNull, isNull, notInArray } from 'drizzle-orm';
import type { EventDraft } from '@/db/audit-log';
import type { Transaction } from '@/db/client';
import { recordRevisions } from '@/db/revisions';
import { assessment, campaign, invitation } from '@/db/schema/campaign';
import { linkRequest } from '@/db/schema/delegation';
import type { Actor } from '@/domain/actor';
import { invitationInstant } from '@/domain/deadline';
import type { Job } from '@/domain/job';
import { type AssessmentRow, type CampaignRow, requireAssessment } from '../campaigns/require-campaign';
import type { Outside } from '../command';
import { issueInvitation } from './issue-invitation';
import { type Invitee, revisionOf } from './plan-invitation';

interface Place {
  now: Date;
  by: Actor;
  linkHash: Outside['linkHash'];
}

interface Passed {
  invitationId: string;
  event: EventDraft;
  job: Job;
}

/**
 * Another link to an assessment: the one before and its sessions end at once, the answers stay, colleagues keep their own
 * links and items and answer to the new lead. Whoever asked for a link has it now, or has been succeeded.
 */
export async function passLinkOn(
  tx: Transaction,
  { now, by, linkHash }: Place,
  of: { assessment: AssessmentRow; campaign: CampaignRow },
  to: Invitee,
  facts: { otherPerson: boolean },
): Promise<Passed> {
  const { tenantId, campaignId, id: assessmentId } = of.assessment;
  const revoked = await tx
    .update(invitation)
    .set({ revokedAt: now })
    .where(and(eq(invitation.assessmentId, assessmentId), isNull(invitation.revokedAt), isNull(invitation.delegatedBy)))
    .returning();
  const { invitationId, mailId, kept } = await issueInvitation(tx, to, of, {
    now,
    dueAt: invitationInstant(now),
    linkHash,
  });
  const passed = await tx
    .update(invitation)
    .set({ delegatedBy: invitationId })
    .where(and(eq(invitation.assessmentId, assessmentId), isNotNull(invitation.delegatedBy)))
    .returning();
  const leads = tx.select({ id: invitation.id }).from(invitation).where(isNull(invitation.delegatedBy));
  const followed = await tx
    .update(linkRequest)
    .set({ settledAt: now })
    .where(
      and(
        eq(linkRequest.assessmentId, assessmentId),
        isNull(linkRequest.settledAt),
        inArray(linkRequest.invitationId, leads),
      ),
    )
    .returning({ id: linkRequest.id });
  const digests = await recordRevisions(
    tx,
    { now, by },
    [...[...revoked, ...passed].map(revisionOf), kept].map((row) => ({
      noun: 'invitation' as const,
      row,
      campaignId,
      assessmentId,
    })),
  );
  return {
    invitationId,
    event: {
      kind: 'invitation.reissued',
      campaignId,
      assessmentId,
      objects: [invitationId, mailId, ...[...revoked, ...followed].map((row) => row.id)],
      payload: { digests, ...facts },
    },
    job: { kind: 'mail.send', payload: { tenantId, mailId } },
  };
}

/**
 * A vendor's contact has changed: of every assessment that goes on, the link that went to the contact `from` at another
 * address ends at once, and `to` gets one.
 */
export async function passLinksOn(
  tx: Transaction,
  place: Place,
  changes: readonly { from: string; to: Invitee }[],
): Promise<{ events: EventDraft[]; wake: Job[] }> {
  if (changes.length === 0) return { events: [], wake: [] };
  const held = await tx
    .select({ assessmentId: assessment.id, campaign, contactId: invitation.contactId, address: invitation.address })
    .from(invitation)
    .innerJoin(assessment, eq(assessment.id, invitation.assessmentId))
    .innerJoin(campaign, eq(campaign.id, invitation.campaignId))
    .where(
      and(
        inArray(
          invitation.contactId,
          changes.map(({ from }) => from),
        ),
        isNull(invitation.revokedAt),
        isNull(invitation.delegatedBy),
        inArray(campaign.state, ['running', 'paused']),
        notInArray(assessment.state, ['withdrawn', 'declined', 'closed_unanswered']),
      ),
    )
    .orderBy(asc(assessment.id));
  const events: EventDraft[] = [];
  const wake: Job[] = [];
  for (const { contactId, address, assessmentId, campaign: of } of held) {
    const to = changes.find(({ from }) => from === contactId)?.to;
    if (!to || to.address === address) continue;
    const about = { assessment: await requireAssessment(tx, assessmentId, true), campaign: of };
    const { event, job } = await passLinkOn(tx, place, about, to, { otherPerson: to.contactId !== contactId });
    events.push(event);
    wake.push(job);
  }
  return { events, wake };
}
