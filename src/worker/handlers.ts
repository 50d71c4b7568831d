import type { ServedJobs } from '@/adapters/queue/dispatch';
import { launchCampaign } from './processors/launch-campaign';
import { sendCode } from './processors/send-code';
import { sendMail } from './processors/send-mail';
import { sweep } from './processors/sweep';
import { sweepCampaign } from './processors/sweep-campaign';
import type { Workbench } from './workbench';

/** Which processor does which kind of job, a line each. */
export function handlersOf(bench: Workbench): ServedJobs {
  return {
    'mail.send': (payload) => sendMail(bench, payload),
    'code.send': (payload) => sendCode(bench, payload),
    'campaign.launch': (payload) => launchCampaign(bench, payload),
    'campaign.sweep': (payload) => sweepCampaign(bench, payload),
    sweep: () => sweep(bench),
  };
}
