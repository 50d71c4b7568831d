import { and, desc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '@/db/client';
import { vendorContact } from '@/db/schema/bank';
import { invitation } from '@/db/schema/campaign';
import { addressSchema } from '@/domain/address';
import { freeTextSchema } from '@/domain/free-text';
import { Refusal } from '@/domain/refusal';
import type { AssessmentRow } from '../campaigns/require-campaign';
import { command } from '../command';
import { requireReview } from '../reviews/require-review';
import { passLinkOn } from './pass-link-on';
import type { Invitee } from './plan-invitation';

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
    const invitee = contact ? { contactId: null, ...contact } : await inviteeOf(tx, assessment);
    const place = { now, by: scope.actor, linkHash };
    const facts = { otherPerson: contact !== null };
    const { invitationId, event, job } = await passLinkOn(tx, place, { assessment, campaign }, invitee, facts);
    return {
      output: { invitationId, name: invitee.name, address: invitee.address },
      events: [event],
      wake: [job],
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
