import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import postgres, { type Sql } from 'postgres';
import { createCampaign } from '@/usecases/campaigns/create-campaign';
import { launchCampaign } from '@/usecases/campaigns/launch-campaign';
import { foundTestBank, testOutside } from '@/usecases/testing/bank-fixture';
import { asHost } from '../audit/host';
import { chainReport } from '../audit/read-chain';
import { type Mailbox, startMailbox } from '../mailbox/start-mailbox';
import { seeded } from './seeded';

export interface LaunchTorture {
  vendors: number;
  kills: number;
  seed: number;
  /** Gives up, and reports so, after this time. */
  withinMs: number;
}

export interface LaunchReport {
  name: 'launch';
  vendors: number;
  seed: number;
  /** After how many launched targets and handed over mails each kill -9 fell. */
  kills: { launched: number; sent: number }[];
  seconds: number;
  /** Vendors that got their invitation twice; each must be on the list of doubtful mails. */
  doubled: number;
  listedDoubtful: number;
  /** What doesn't hold; empty when all does. */
  problems: string[];
}

/** A bank business day in working hours, so that invitations leave at once. */
const LAUNCH = new Date('2026-11-27T10:00:00+09:00');
/** A mail that a dead worker had in its hands is taken up after two minutes: each successor comes three minutes later. */
const LATER_MS = 3 * 60_000;

/**
 * Launches a campaign while the worker is killed with -9 at seeded moments, and says what was lost or done twice.
 * The process's environment must name the database (see `testDatabase`); the mailbox is real SMTP.
 */
export async function tortureLaunch(
  urls: { ownerUrl: string; superUrl: string },
  plan: LaunchTorture,
): Promise<LaunchReport> {
  const mailbox = await startMailbox({ smtpPort: 0, httpPort: 0, file: null });
  const sql = postgres(urls.superUrl, { max: 1, onnotice: () => undefined });
  const began = Date.now();
  const outside = testOutside(LAUNCH);
  const slug = `torture${plan.seed}`;
  const bank = await foundTestBank(urls, { slug, vendors: plan.vendors, now: LAUNCH });
  const { campaignId } = await createCampaign(outside, bank.members.operator, {
    name: '千社の点検',
    fiscalYear: 2026,
    referenceDate: '2026-11-27',
    editionId: bank.editionId,
    serviceIds: bank.serviceIds,
    dueDate: '2026-12-25',
    reminderDays: [],
    overdueDays: [],
  });
  const presses = await Promise.allSettled(
    [1, 2].map(() => launchCampaign(outside, bank.members.operator, { campaignId })),
  );
  let worker = startWorker(mailbox, LAUNCH.getTime() - Date.now());
  const kills: LaunchReport['kills'] = [];
  try {
    for (const moment of momentsOf(plan)) {
      const progress = await until(sql, campaignId, began + plan.withinMs, (now) => now.launched + now.sent >= moment);
      if (progress === null) break;
      await kill(worker);
      kills.push(progress);
      worker = startWorker(mailbox, LAUNCH.getTime() - Date.now() + (kills.length + 1) * LATER_MS);
    }
    await until(sql, campaignId, began + plan.withinMs, (now) => now.running && now.open === 0);
    await kill(worker);
    const found = await problemsOf(sql, { campaignId, vendors: plan.vendors, slug, mailbox });
    const chain = await asHost(urls.ownerUrl, bank.tenantId, (tx) => chainReport(tx, bank.tenantId));
    const started = presses.filter((press) => press.status === 'fulfilled').length;
    return {
      name: 'launch',
      vendors: plan.vendors,
      seed: plan.seed,
      kills,
      seconds: Math.round((Date.now() - began) / 100) / 10,
      doubled: found.doubled,
      listedDoubtful: found.listedDoubtful,
      problems: [
        ...found.problems,
        ...(kills.length === plan.kills ? [] : [`the worker was killed ${kills.length} times, not ${plan.kills}`]),
        ...(started === 1 ? [] : [`${started} of two presses launched`]),
        ...(chain.ok ? [] : ['the audit chain does not verify']),
      ],
    };
  } finally {
    await kill(worker);
    await sql.end();
    await mailbox.close();
  }
}

/** Sums of launched targets and sent mails at which the worker dies, in order, never at the very end. */
function momentsOf({ vendors, kills, seed }: LaunchTorture): number[] {
  const random = seeded(seed);
  const spread = Array.from({ length: kills }, () => 1 + Math.floor(random() * vendors * 1.7));
  return spread.sort((a, b) => a - b);
}

function startWorker(mailbox: Mailbox, offsetMs: number): ChildProcess {
  const script = fileURLToPath(new URL('./worker.fixture.ts', import.meta.url));
  return spawn(process.execPath, ['--import', 'tsx', script], {
    env: { ...process.env, SMTP_URL: mailbox.smtpUrl, TORTURE_CLOCK_OFFSET_MS: String(offsetMs) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function kill(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const gone = once(worker, 'exit');
  worker.kill('SIGKILL');
  await gone;
}

interface Progress {
  launched: number;
  sent: number;
  open: number;
  running: boolean;
}

/** Looks until it is so; null when the time is over. */
async function until(sql: Sql, campaignId: string, end: number, isSo: (now: Progress) => boolean) {
  for (;;) {
    const [now] = await sql<Progress[]>`
      select (select count(*)::int from tenant.campaign_target where campaign_id = ${campaignId} and launched_at is not null) as launched,
        (select count(*)::int from tenant.mail where campaign_id = ${campaignId} and state = 'sent') as sent,
        (select count(*)::int from tenant.mail where campaign_id = ${campaignId} and state in ('planned', 'sending')) as open,
        (select state = 'running' from tenant.campaign where id = ${campaignId}) as running`;
    if (now && isSo(now)) return { launched: now.launched, sent: now.sent };
    if (Date.now() > end) return null;
    await pause(10);
  }
}

async function problemsOf(
  sql: Sql,
  of: { campaignId: string; vendors: number; slug: string; mailbox: Mailbox },
): Promise<{ problems: string[]; doubled: number; listedDoubtful: number }> {
  const { campaignId, vendors, slug, mailbox } = of;
  const [rows] = await sql<Record<string, number>[]>`
    select (select count(*)::int from tenant.assessment where campaign_id = ${campaignId}) as assessments,
      (select count(distinct service_id)::int from tenant.assessment where campaign_id = ${campaignId}) as services,
      (select count(distinct assessment_id)::int from tenant.invitation where campaign_id = ${campaignId}) as invited,
      (select count(*)::int from tenant.invitation where campaign_id = ${campaignId}) as invitations,
      (select count(*)::int from tenant.mail where campaign_id = ${campaignId}) as mails,
      (select count(*)::int from tenant.mail where campaign_id = ${campaignId} and state in ('sent', 'uncertain')) as handed,
      (select count(*)::int from tenant.audit_event where campaign_id = ${campaignId} and kind = 'assessment.started') as events,
      (select count(*)::int from tenant.campaign where id = ${campaignId} and state = 'running') * ${vendors} as running`;
  const problems = Object.entries(rows ?? {}).flatMap(([what, count]) =>
    count === vendors ? [] : [`${what}: ${count} instead of ${vendors}`],
  );
  const doubtful = await sql<{ address: string }[]>`
    select address from tenant.mail where campaign_id = ${campaignId} and (doubtful = 'yes' or state = 'uncertain')`;
  const listed = new Set(doubtful.map((row) => row.address));
  let doubled = 0;
  for (let vendor = 1; vendor <= vendors; vendor += 1) {
    const address = `contact${vendor}@${slug}-vendor.example`;
    const copies = mailbox.messages.filter((message) => message.to.includes(address)).length;
    if (copies === 0) problems.push(`${address} got no invitation`);
    if (copies > 1) doubled += 1;
    if (copies > 1 && !listed.has(address)) problems.push(`${address} got ${copies} copies and nobody is told`);
  }
  return { problems, doubled, listedDoubtful: listed.size };
}
