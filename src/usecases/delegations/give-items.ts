import { and, eq, gt, inArray, isNull, ne } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '@/db/client';
import { newId } from '@/db/new-id';
import { type RevisionDraft, recordRevisions } from '@/db/revisions';
import { campaign, invitation, pinnedItem } from '@/db/schema/campaign';
import { delegatedItem } from '@/db/schema/delegation';
import { addressSchema } from '@/domain/address';
import { freeTextSchema } from '@/domain/free-text';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { invitationRow, revisionOf } from '../invitations/plan-invitation';
import { lockAssessment, requireWritable } from '../responses/require-assessment';
import { requireLead } from './require-lead';

/** Colleagues asked by one assessment's lead at once; and mails to new ones within an hour. */
const MAX_COLLEAGUES = 30;
const MAX_IN_AN_HOUR = 15;

/**
 * 担当依頼: hands items to a colleague by name and address. The colleague gets a link of their own, or keeps the one that
 * stands; an item that somebody else had changes hands, and what was answered stays. Refuses `lead-only`,
 * `delegation-own-address` and `delegation-too-many`.
 */
export const giveItems = command({
  audience: 'respondent',
  action: 'delegations.give',
  input: z.strictObject({
    assessmentId: z.uuid(),
    name: freeTextSchema(100).refine((name) => name.trim() !== ''),
    address: addressSchema,
    language: z.enum(['ja', 'en']),
    /** '' for none. */
    message: freeTextSchema(1000),
    itemIds: z
      .array(z.uuid())
      .min(1)
      .max(500)
      .refine((ids) => new Set(ids).size === ids.length),
  }),
  output: z.strictObject({ invitationId: z.uuid(), mailed: z.boolean() }),
  async run({ tx, scope, now, linkHash }, { assessmentId, address, itemIds, ...typed }) {
    requireLead(scope);
    const owner = await lockAssessment(tx, assessmentId);
    const { campaignId, tenantId } = owner;
    const [place] = await tx.select().from(campaign).where(eq(campaign.id, campaignId));
    const items = await tx
      .select({ id: pinnedItem.id, answeredBy: pinnedItem.answeredBy })
      .from(pinnedItem)
      .where(inArray(pinnedItem.id, itemIds));
    if (!place || items.length !== itemIds.length) throw new Refusal('not-found', {});
    if (items.some((item) => item.answeredBy === 'bank')) throw new Refusal('item-not-answered-here', {});
    requireWritable(place, owner);
    const links = await tx
      .select()
      .from(invitation)
      .where(
        and(eq(invitation.assessmentId, assessmentId), isNull(invitation.revokedAt), gt(invitation.expiresAt, now)),
      );
    if (links.some((link) => link.delegatedBy === null && link.address === address)) {
      throw new Refusal('delegation-own-address', {});
    }
    const standing = links.find((link) => link.delegatedBy !== null && link.address === address);
    const name = typed.name.trim();
    const message = typed.message.trim();
    let colleague = standing;
    if (!colleague) {
      await requireRoom(tx, { assessmentId, now });
      colleague = invitationRow(
        { contactId: null, name, address, language: typed.language },
        { assessment: owner, campaign: place },
        { now, linkHash },
        { delegatedBy: scope.invitationId, message },
      );
      await tx.insert(invitation).values(colleague);
    }
    const { id: invitationId } = colleague;
    const taken = await tx
      .update(delegatedItem)
      .set({ endedAt: now })
      .where(
        and(
          eq(delegatedItem.assessmentId, assessmentId),
          inArray(delegatedItem.itemId, itemIds),
          ne(delegatedItem.invitationId, invitationId),
          isNull(delegatedItem.endedAt),
        ),
      )
      .returning();
    await tx
      .insert(delegatedItem)
      .values(
        itemIds.map((itemId) => ({
          tenantId,
          id: newId(),
          campaignId,
          assessmentId,
          invitationId,
          itemId,
          givenAt: now,
        })),
      )
      .onConflictDoUpdate({
        target: [delegatedItem.tenantId, delegatedItem.invitationId, delegatedItem.itemId],
        set: { givenAt: now, endedAt: null },
      });
    const revisions: RevisionDraft[] = standing
      ? []
      : [{ noun: 'invitation', row: revisionOf(colleague), campaignId, assessmentId }];
    const digests = await recordRevisions(tx, { now, by: scope.actor }, revisions);
    return {
      output: { invitationId, mailed: !standing },
      events: [
        {
          kind: 'delegation.given',
          campaignId,
          assessmentId,
          objects: [invitationId, ...itemIds],
          payload: { digests, taken: taken.map(({ itemId, invitationId: from }) => ({ itemId, from })) },
        },
      ],
      wake: [{ kind: 'campaign.sweep', payload: { tenantId, campaignId } }],
    };
  },
});

async function requireRoom(tx: Transaction, of: { assessmentId: string; now: Date }): Promise<void> {
  const { assessmentId, now } = of;
  const colleagues = await tx
    .select({ issuedAt: invitation.issuedAt, revokedAt: invitation.revokedAt, delegatedBy: invitation.delegatedBy })
    .from(invitation)
    .where(eq(invitation.assessmentId, assessmentId));
  const asked = colleagues.filter((each) => each.delegatedBy !== null);
  const live = asked.filter((each) => each.revokedAt === null).length;
  const lately = asked.filter((each) => now.getTime() - each.issuedAt.getTime() < 3_600_000).length;
  if (live >= MAX_COLLEAGUES || lately >= MAX_IN_AN_HOUR) {
    throw new Refusal('delegation-too-many', { max: MAX_COLLEAGUES, hourly: MAX_IN_AN_HOUR });
  }
}
