import type { JobPayload } from '@/adapters/queue/dispatch';
import { mintSystemScope } from '@/auth/mint';
import { finishLaunch } from '@/usecases/campaigns/finish-launch';
import { launchTarget } from '@/usecases/campaigns/launch-target';
import type { Workbench } from '../workbench';

/**
 * Every planned target of a launching campaign, each in its own transaction, then 実施中. What has been done stands in
 * the rows: killed anywhere, the next run goes on from there, and two runs at once share the work.
 */
export async function launchCampaign(
  { outside, log }: Workbench,
  { tenantId, campaignId }: JobPayload<'campaign.launch'>,
): Promise<void> {
  const scope = mintSystemScope(tenantId);
  let launched = 0;
  for (;;) {
    const step = await launchTarget(outside, scope, { campaignId });
    if (!step.launched) break;
    launched += 1;
  }
  const { finished } = await finishLaunch(outside, scope, { campaignId });
  log.info({ campaignId, launched, finished }, 'campaign launch');
}
