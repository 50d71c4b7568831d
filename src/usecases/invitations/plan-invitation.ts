import { newId } from '@/db/new-id';
import type { invitation } from '@/db/schema/campaign';
import type { mail } from '@/db/schema/record';
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
export type KeptInvitation = Omit<InvitationRow, 'linkHash' | 'address'>;

export interface PlannedInvitation {
  invitation: InvitationRow;
  mail: typeof mail.$inferInsert;
}

export interface When {
  now: Date;
  dueAt: Date;
  linkHash: Outside['linkHash'];
}

/** The rows of an invitation and of the mail that carries its link. */
export function planInvitation(
  to: Invitee,
  of: { assessment: AssessmentRow; campaign: CampaignRow },
  when: When,
): PlannedInvitation {
  const { tenantId, campaignId, id: assessmentId, dueDate } = of.assessment;
  const invitationId = newId();
  const mailId = newId();
  return {
    invitation: {
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
      revokedAt: null,
      openedAt: null,
      delegatedBy: null,
      message: '',
    },
    mail: {
      tenantId,
      id: mailId,
      kind: 'invitation',
      campaignId,
      assessmentId,
      invitationId,
      address: to.address,
      recipientName: to.name,
      language: to.language,
      occasion: invitationId,
      dueAt: when.dueAt,
      state: 'planned',
      messageId: messageIdOf(mailId),
      plannedAt: when.now,
    },
  };
}

/** Without the link's hash and the address: neither belongs into a record that is kept for years. */
export function revisionOf({ linkHash: _secret, address: _address, ...kept }: InvitationRow): KeptInvitation {
  return kept;
}
