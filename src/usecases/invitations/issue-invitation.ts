import type { Transaction } from '@/db/client';
import { newId } from '@/db/new-id';
import { invitation } from '@/db/schema/campaign';
import { mail } from '@/db/schema/record';
import { addDays } from '@/domain/business-day';
import { instantAt } from '@/domain/deadline';
import type { AssessmentRow, CampaignRow } from '../campaigns/require-campaign';
import type { Outside } from '../command';
import { messageIdOf } from '../mails/message-id';

/** A link stays usable well after its due date: late answers are accepted, marked 期限後. */
const LINK_DAYS_AFTER_DUE = 400;

export interface Invitee {
  contactId: string | null;
  name: string;
  address: string;
  language: 'ja' | 'en';
}

type InvitationRow = typeof invitation.$inferSelect;

/** An invitation and the mail that carries its link; `kept` is what a revision may show of it. */
export async function issueInvitation(
  tx: Transaction,
  to: Invitee,
  of: { assessment: AssessmentRow; campaign: CampaignRow },
  when: { now: Date; dueAt: Date; linkHash: Outside['linkHash'] },
): Promise<{ invitationId: string; mailId: string; kept: Omit<InvitationRow, 'linkHash' | 'address'> }> {
  const { tenantId, campaignId, id: assessmentId, dueDate } = of.assessment;
  const invitationId = newId();
  const [invited] = await tx
    .insert(invitation)
    .values({
      tenantId,
      id: invitationId,
      campaignId,
      assessmentId,
      contactId: to.contactId,
      address: to.address,
      name: to.name,
      language: to.language,
      linkHash: when.linkHash(invitationId),
      issuedAt: when.now,
      expiresAt: instantAt(addDays(dueDate, LINK_DAYS_AFTER_DUE), of.campaign.closingTime),
    })
    .returning();
  if (!invited) throw new Error('the invitation was not kept');
  const mailId = newId();
  await tx.insert(mail).values({
    tenantId,
    id: mailId,
    kind: 'invitation',
    campaignId,
    assessmentId,
    invitationId,
    address: invited.address,
    recipientName: invited.name,
    language: invited.language,
    occasion: invitationId,
    dueAt: when.dueAt,
    state: 'planned',
    messageId: messageIdOf(mailId),
    plannedAt: when.now,
  });
  return { invitationId, mailId, kept: revisionOf(invited) };
}

/** Without the link's hash and the address: neither belongs into a record that is kept for years. */
export function revisionOf({ linkHash: _secret, address: _address, ...kept }: InvitationRow) {
  return kept;
}
