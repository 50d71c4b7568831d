import { activeTenants } from '@/auth/active-tenants';
import { waitingCodes } from '@/auth/code-mail';
import { type DueRow, dueRows, identityTransaction } from '@/auth/doors';
import { waitingOrganisationMails } from '@/auth/organisation-mail';
import type { Job } from '@/domain/job';
import type { Workbench } from '../workbench';

/**
 * Finds what waits in any bank's rows and asks for a job each, so that a lost wake is only late.
 */
export async function sweep({ outside, log }: Workbench): Promise<void> {
  const now = outside.clock.now();
  const jobs = await identityTransaction(async (tx): Promise<Job[]> => {
    const active = await activeTenants(tx);
    const rows = (await dueRows(tx, now)).filter((row) => active.has(row.tenantId));
    const codes = (await waitingCodes(tx, now)).map((codeId) => ({ kind: 'code.send' as const, payload: { codeId } }));
    const joining = (await waitingOrganisationMails(tx, now)).map((joiningId) => ({
      kind: 'organisation.mail' as const,
      payload: { joiningId },
    }));
    return [...codes, ...joining, ...rows.map(jobOf)];
  });
  for (const job of jobs) await outside.wake(job);
  log.debug({ jobs: jobs.length }, 'swept');
}

function jobOf({ kind, tenantId, id }: DueRow): Job {
  switch (kind) {
    case 'mail.send':
      return { kind, payload: { tenantId, mailId: id } };
    case 'export.make':
      return { kind, payload: { tenantId, exportId: id } };
    case 'import.work':
      return { kind, payload: { tenantId, importId: id } };
    case 'campaign.launch':
    case 'campaign.sweep':
      return { kind, payload: { tenantId, campaignId: id } };
  }
}
