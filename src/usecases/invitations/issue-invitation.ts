import type { Transaction } from '@/db/client';
import type { AssessmentRow, CampaignRow } from '../campaigns/require-campaign';
import { keepInvitations } from './keep-invitations';
import { type Invitee, type KeptInvitation, planInvitation, type When } from './plan-invitation';

/** An invitation and the mail that carries its link; `kept` is what a revision may show of it. */
export async function issueInvitation(
  tx: Transaction,
  to: Invitee,
  of: { assessment: AssessmentRow; campaign: CampaignRow },
  when: When,
): Promise<{ invitationId: string; mailId: string; kept: KeptInvitation }> {
  const planned = planInvitation(to, of, when);
  const [kept] = await keepInvitations(tx, [planned]);
  if (!kept) throw new Error('the invitation was not kept');
  return { invitationId: planned.invitation.id, mailId: planned.mail.id, kept };
}
