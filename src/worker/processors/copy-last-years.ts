import { mintSystemScope } from '@/auth/mint';
import { keepPriorAnswers } from '@/usecases/responses/keep-prior-answers';
import type { Workbench } from '../workbench';

/** Copies last year beside every assessment of a campaign that lacks it yet. */
export async function copyLastYears(
  { outside, log }: Workbench,
  { tenantId, campaignId }: { tenantId: string; campaignId: string },
): Promise<void> {
  const scope = mintSystemScope(tenantId);
  let copied = 0;
  for (;;) {
    const { done, left } = await keepPriorAnswers(outside, scope, { campaignId });
    copied += done;
    if (done === 0 || left === 0) break;
  }
  if (copied > 0) log.info({ campaignId, copied }, 'last year copied');
}
