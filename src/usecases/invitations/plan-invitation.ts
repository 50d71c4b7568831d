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

/**
 * An invitation's row. `delegation` is there for a colleague（担当依頼）: whose invitation asks, and what it says; the lead's
 * own has none. `campaign` gives the closing time.
 */
export function invitationRow(
  to: Invitee,
  of: { assessment: AssessmentRow; campaign: Pick<CampaignRow, 'closingTime'> },
  when: Pick<When, 'now' | 'linkHash'>,
  delegation?: { delegatedBy: string; message: string },
): InvitationRow {
  const { tenantId, campaignId, id: assessmentId, dueDate } = of.assessment;
  const id = newId();
  return {
    tenantId,
    id,
    campaignId,
    assessmentId,
    contactId: to.contactId,
    delegatedBy: delegation?.delegatedBy ?? null,
    message: delegation?.message ?? '',
    address: to.address,
    name: to.name,
    language: to.language,
    linkHash: when.linkHash(id),
    issuedAt: when.now,
    expiresAt: instantAt(addDays(dueDate, LINK_DAYS_AFTER_DUE), of.campaign.closingTime),
    revokedAt: null,
    openedAt: null,
  };
}

/** The rows of a lead's invitation and of the mail that carries its link. */
export function planInvitation(
  to: Invitee,
  of: { assessment: AssessmentRow; campaign: CampaignRow },
  when: When,
): PlannedInvitation {
  const { tenantId, campaignId, id: assessmentId } = of.assessment;
  const invitation = invitationRow(to, of, when);
  const mailId = newId();
  return {
    invitation,
    mail: {
      tenantId,
      id: mailId,
      kind: 'invitation',
      campaignId,
      assessmentId,
      invitationId: invitation.id,
      address: to.address,
      recipientName: to.name,
      language: to.language,
      occasion: invitation.id,
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
