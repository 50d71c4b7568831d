import type { Attempt, JobHandlers } from '@/adapters/queue/dispatch';
import { isActiveTenant } from '@/auth/active-tenants';
import { identityTransaction } from '@/auth/doors';
import { launchCampaign } from './processors/launch-campaign';
import { makeExport } from './processors/make-export';
import { sendCode } from './processors/send-code';
import { sendMail } from './processors/send-mail';
import { sendOrganisationMail } from './processors/send-organisation-mail';
import { sweep } from './processors/sweep';
import { sweepCampaign } from './processors/sweep-campaign';
import { sweepFiles } from './processors/sweep-files';
import { workImport } from './processors/work-import';
import type { Workbench } from './workbench';

/** Which processor does which kind of job, a line each. */
export function handlersOf(bench: Workbench): JobHandlers {
  return {
    'mail.send': ofActiveBank(bench, sendMail),
    'code.send': (payload) => sendCode(bench, payload),
    'campaign.launch': ofActiveBank(bench, launchCampaign),
    'campaign.sweep': ofActiveBank(bench, sweepCampaign),
    'export.make': ofActiveBank(bench, makeExport),
    'import.work': ofActiveBank(bench, workImport),
    'organisation.mail': (payload) => sendOrganisationMail(bench, payload),
    sweep: () => sweep(bench),
    'files.sweep': () => sweepFiles(bench),
  };
}

/** Jobs of a bank that its host has suspended since are let go; its rows wait. */
function ofActiveBank<Payload extends { tenantId: string }>(
  bench: Workbench,
  work: (bench: Workbench, payload: Payload, attempt?: Attempt) => Promise<void>,
) {
  return async (payload: Payload, attempt?: Attempt): Promise<void> => {
    if (await identityTransaction((tx) => isActiveTenant(tx, payload.tenantId))) await work(bench, payload, attempt);
  };
}
