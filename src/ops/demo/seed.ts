import { movedClock } from '@/adapters/clock';
import { accounts } from '@/auth/accounts';
import { linkHash } from '@/auth/secrets';
import { addBankBusinessDays, addDays } from '@/domain/business-day';
import { bankDateOf, fiscalYearOf, instantAt } from '@/domain/deadline';
import { env } from '@/env';
import { asHost, tenantBySlug } from '../audit/host';
import { chainReport } from '../audit/read-chain';
import { DEMO_BANKS } from './banks';
import { makeFinishedCampaign, makeRunningCampaign } from './campaigns';
import { fillRegister } from './fill-register';
import { foundDemoBank } from './found-demo-bank';

/** Who may sign in to the demo; codes arrive in the local mailbox. */
export const DEMO_SIGN_INS = DEMO_BANKS.flatMap((bank) =>
  bank.members.map(({ name, address, roles }) => ({
    bank: bank.profile.name,
    name,
    role: roles.join(', '),
    address,
  })),
);

/**
 * Two banks, each with a finished campaign of last fiscal year and a running one, through the use cases with a moved
 * clock; each bank's audit chain is verified at its end. Needs a migrated database and DATABASE_OWNER_URL. A bank that
 * is there already is left as it is: whoever calls this throws away a database in which it was killed.
 */
export async function seedDemo({ say }: { say: (line: string) => void }): Promise<void> {
  const ownerUrl = env().DATABASE_OWNER_URL;
  if (!ownerUrl) throw new Error('DATABASE_OWNER_URL is needed to make the demo');
  const today = new Date();
  const thisYear = fiscalYearOf(bankDateOf(today));
  const running = addBankBusinessDays(bankDateOf(today), -8);
  // In the first days of April the running one began in the year before.
  const runningYear = Math.min(thisYear, fiscalYearOf(running));
  const finished = addDays(running, -340);
  for (const demo of DEMO_BANKS) {
    if ((await tenantBySlug(ownerUrl, demo.slug)) !== null) continue;
    const clock = movedClock(instantAt(addDays(finished, -60), '10:00'));
    const outside = { clock, accounts, linkHash, wake: async () => undefined };
    const bank = await foundDemoBank(ownerUrl, outside, demo, today);
    await fillRegister(outside, bank);
    say(`  ${demo.profile.name}：${runningYear - 1}年度の点検を作成しています / FY${runningYear - 1} …`);
    clock.moveTo(instantAt(addBankBusinessDays(finished, 1), '10:00'));
    await makeFinishedCampaign(outside, bank, runningYear - 1);
    say(`  ${demo.profile.name}：${runningYear}年度の点検を作成しています / FY${runningYear} …`);
    clock.moveTo(instantAt(running, '10:00'));
    await makeRunningCampaign(outside, bank, runningYear);
    const report = await asHost(ownerUrl, bank.tenantId, (sql) => chainReport(sql, bank.tenantId));
    if (!report.ok) throw new Error(`the audit chain of ${demo.slug} breaks at number ${report.firstBadSeq}`);
  }
}
