import type { JobPayload } from '@/adapters/queue/dispatch';
import { addressesOf } from '@/auth/accounts';
import { identityTransaction } from '@/auth/doors';
import { mintSystemScope } from '@/auth/mint';
import { planDelegationMails } from '@/usecases/delegations/plan-delegation-mails';
import { planRoundMails } from '@/usecases/mails/plan-round-mails';
import { planQuestionMails } from '@/usecases/questions/plan-question-mails';
import { planNotices } from '@/usecases/reminders/plan-notices';
import type { Workbench } from '../workbench';
import { copyLastYears } from './copy-last-years';

/**
 * Derives every mail that one campaign's rows call for, and copies last year beside what lacks it. What is due at once
 * wakes `mail.send` itself.
 */
export async function sweepCampaign(
  bench: Workbench,
  { tenantId, campaignId }: JobPayload<'campaign.sweep'>,
): Promise<void> {
  const { outside, log } = bench;
  const scope = mintSystemScope(tenantId);
  const notices = await planNotices(outside, scope, { campaignId });
  const rounds = await planRoundMails(outside, scope, { campaignId, addresses: [] });
  const questions = await planQuestionMails(outside, scope, { campaignId, addresses: [] });
  const delegations = await planDelegationMails(outside, scope, { campaignId });
  let planned = rounds.planned + questions.planned + delegations.planned;
  const wanted = [...new Set([...rounds.membersWanted, ...questions.membersWanted])];
  if (wanted.length > 0) {
    const addresses = await identityTransaction((tx) => addressesOf(tx, wanted));
    planned += (await planRoundMails(outside, scope, { campaignId, addresses })).planned;
    planned += (await planQuestionMails(outside, scope, { campaignId, addresses })).planned;
  }
  await copyLastYears(bench, { tenantId, campaignId });
  if (notices.planned + notices.skipped + notices.cancelled + planned > 0) {
    log.info({ campaignId, ...notices, roundMails: planned }, 'campaign swept');
  }
}
