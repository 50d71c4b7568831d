import { and, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '@/db/client';
import { recordRevisions } from '@/db/revisions';
import { vendorContact } from '@/db/schema/bank';
import { invitation } from '@/db/schema/campaign';
import { linkRequest } from '@/db/schema/delegation';
import { addressSchema } from '@/domain/address';
import { invitationInstant } from '@/domain/deadline';
import { freeTextSchema } from '@/domain/free-text';
import { Refusal } from '@/domain/refusal';
import type { AssessmentRow } from '../campaigns/require-campaign';
import { command } from '../command';
import { requireReview } from '../reviews/require-review';
import { issueInvitation } from './issue-invitation';
import { type Invitee, revisionOf } from './plan-invitation';

/**
 * Another link: the old one and its sessions end at once, the new one goes to the person named, or else to the vendor's
 * contact as registered now. Answers stay with the assessment, and colleagues' items with them.
 */
export const reissueInvitation = command({
  audience: 'bank',
  action: 'invitations.reissue',
  input: z.strictObject({
    assessmentId: z.uuid(),
    /** Null: whom the old link was for, with the contact's present address. */
    contact: z
      .strictObject({
        name: freeTextSchema(100).refine((name) => name.trim() !== ''),
        address: addressSchema,
        language: z.enum(['ja', 'en']),
      })
      .nullable(),
  }),
  output: z.strictObject({ invitationId: z.uuid(), name: z.string(), address: z.string() }),
  async run({ tx, scope, now, linkHash }, { assessmentId, contact }) {
    const { assessment, campaign } = await requireReview(tx, 'reissue', { assessmentId });
    const { tenantId, campaignId } = assessment;
    const invitee = contact ? { contactId: null, ...contact } : await inviteeOf(tx, assessment);
    const revoked = await tx
      .update(invitation)
      .set({ revokedAt: now })
      .where(
        and(eq(invitation.assessmentId, assessmentId), isNull(invitation.revokedAt), isNull(invitation.delegatedBy)),
      )
      .returning();
    const { invitationId, mailId, kept } = await issueInvitation(
      tx,
      invitee,
      { assessment, campaign },
      { now, dueAt: invitationInstant(now), linkHash },
    );
    // Colleagues keep their own links and items, and answer to the new lead.
    const passed = await tx
      .update(invitation)
      .set({ delegatedBy: invitationId })
      .where(and(eq(invitation.assessmentId, assessmentId), isNotNull(invitation.delegatedBy)))
      .returning();
    // Whoever asked for a link has it now, or has been succeeded.
    const followed = await tx
      .update(linkRequest)
      .set({ settledAt: now })
      .where(
        and(
          eq(linkRequest.assessmentId, assessmentId),
          isNull(linkRequest.settledAt),
          inArray(
            linkRequest.invitationId,
            tx.select({ id: invitation.id }).from(invitation).where(isNull(invitation.delegatedBy)),
          ),
        ),
      )
      .returning({ id: linkRequest.id });
    const digests = await recordRevisions(
      tx,
      { now, by: scope.actor },
      [...[...revoked, ...passed].map(revisionOf), kept].map((row) => ({
        noun: 'invitation' as const,
        row,
        campaignId,
        assessmentId,
      })),
    );
    return {
      output: { invitationId, name: invitee.name, address: invitee.address },
      events: [
        {
          kind: 'invitation.reissued',
          campaignId,
          assessmentId,
          objects: [invitationId, mailId, ...[...revoked, ...followed].map((row) => row.id)],
          payload: { digests, otherPerson: contact !== null },
        },
      ],
      wake: [{ kind: 'mail.send', payload: { tenantId, mailId } }],
    };
  },
});

/** The contact of the newest link as registered now; else the person it named; else the vendor's primary contact. */
async function inviteeOf(tx: Transaction, assessment: AssessmentRow): Promise<Invitee> {
  const [last] = await tx
    .select()
    .from(invitation)
    .where(and(eq(invitation.assessmentId, assessment.id), isNull(invitation.delegatedBy)))
    .orderBy(desc(invitation.issuedAt), desc(invitation.id))
    .limit(1);
  if (last && last.contactId === null) {
    return { contactId: null, name: last.name, address: last.address, language: last.language };
  }
  const [registered] = await tx
    .select()
    .from(vendorContact)
    .where(
      last?.contactId
        ? eq(vendorContact.id, last.contactId)
        : and(eq(vendorContact.vendorId, assessment.vendorId), eq(vendorContact.kind, 'primary')),
    );
  if (!registered) throw new Refusal('not-found', {});
  const { id, name, address, language } = registered;
  return { contactId: id, name, address, language };
}
