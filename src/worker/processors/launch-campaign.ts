import type { JobPayload } from '@/adapters/queue/dispatch';
import { mintSystemScope } from '@/auth/mint';
import { finishLaunch } from '@/usecases/campaigns/finish-launch';
import { launchTarget } from '@/usecases/campaigns/launch-target';
import type { Workbench } from '../workbench';
import { copyLastYears } from './copy-last-years';

/**
 * Every planned target of a launching campaign, some in a transaction, then 実施中; likewise targets that are added to a
 * running one. What has been done stands in the rows: killed anywhere, the next run goes on from there, and two runs at
 * once share the work.
 */
export async function launchCampaign(
  bench: Workbench,
  { tenantId, campaignId }: JobPayload<'campaign.launch'>,
): Promise<void> {
  const { outside, log } = bench;
  const scope = mintSystemScope(tenantId);
  let launched = 0;
  for (;;) {
    const step = await launchTarget(outside, scope, { campaignId });
    if (step.launched === 0) break;
    launched += step.launched;
    // At once: whoever opens the link that went out finds last year beside the items.
    await copyLastYears(bench, { tenantId, campaignId });
  }
  const { finished } = await finishLaunch(outside, scope, { campaignId });
  log.info({ campaignId, launched, finished }, 'campaign launch');
}
