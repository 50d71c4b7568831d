import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { and, eq, isNull } from 'drizzle-orm';
import { movedClock } from '@/adapters/clock';
import { vendorContact } from '@/db/schema/bank';
import { assessment } from '@/db/schema/campaign';
import { addBankBusinessDays } from '@/domain/business-day';
import { bankDateOf, instantAt } from '@/domain/deadline';
import { decideAcceptance } from '@/usecases/reviews/decide-acceptance';
import { openReview } from '@/usecases/reviews/open-review';
import { proposeAcceptance } from '@/usecases/reviews/propose-acceptance';
import { showReview } from '@/usecases/reviews/show-review';
import { approveTestBankAnswers } from '@/usecases/testing/bank-answers-fixture';
import { foundTestBank, launchTestCampaign, type TestBank, testOutside } from '@/usecases/testing/bank-fixture';
import { acceptItems } from '@/usecases/testing/review-steps';
import type { Message } from './mailbox/message';
import { type Mailbox, startMailbox } from './mailbox/start-mailbox';
import type { OwnDatabase } from './own-database';
import { STANDALONE } from './product/build';

const ADDRESS = 'tanaka@mirai-kakeibo.example';
const MAIL_WITHIN_MS = 180_000;

export interface Asked {
  campaignId: string;
  assessmentId: string;
  /** Of the invitation's mail. */
  link: string;
}

/** Two banks that ask the same person, the built web server, a worker and a mailbox: all that an answer needs. */
export interface World {
  origin: string;
  banks: { first: TestBank; second: TestBank };
  /** Launches a campaign over a service of the bank's, the first unless told, and waits until its invitation has arrived. */
  invite(bank: TestBank, name: string, serviceId?: string): Promise<Asked>;
  /** The bank's part: reviews what was submitted, item by item, and approves it. */
  approve(bank: TestBank, asked: Asked): Promise<void>;
  /**
   * The worker lives in the next business day's morning from now on: it finds at once what has waited until then, and no
   * code is mailed any more, since those end after ten minutes.
   */
  moveOn(): Promise<void>;
  /** How many mails have arrived in all. */
  mailCount(): number;
  /** The first mail since `after` had arrived whose subject begins so, to the vendor's person or to `address`. */
  mailAfter(after: number, subject: string, address?: string): Promise<Message>;
  /** Every mail that arrived. */
  mails(): readonly Message[];
  /** Whatever the web server and the worker have written, at the most talkative level. */
  printed(): string;
  stop(): Promise<void>;
}

export async function startWorld(database: OwnDatabase): Promise<World> {
  const mailbox = await startMailbox({ smtpPort: 0, httpPort: 0, file: null });
  const env = { ...process.env, SMTP_URL: mailbox.smtpUrl, LOG_LEVEL: 'debug' };
  let printed = '';
  const keep = (chunk: Buffer) => {
    printed += chunk.toString();
  };
  const origin = `http://localhost:${database.webPort}`;
  const children: ChildProcess[] = [];
  const run = (args: readonly string[], cwd: string, more: Record<string, string> = {}) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...env, ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    children.push(child);
    return child;
  };
  const stop = async () => {
    await Promise.all(children.map((child) => end(child, 'SIGKILL')));
    await mailbox.close();
  };
  try {
    run(['server.js'], resolve(STANDALONE), {
      NODE_ENV: 'production',
      PORT: String(database.webPort),
      HOSTNAME: '127.0.0.1',
    });
    const workers = { now: runWorker(run, 0) };
    await until(async () => (await fetch(`${origin}/icon.svg`).catch(() => null))?.ok === true);
    const banks = { first: await foundAskingBank(database, 'aoba'), second: await foundAskingBank(database, 'midori') };
    return {
      origin,
      banks,
      stop,
      mailCount: () => mailbox.messages.length,
      mails: () => mailbox.messages,
      printed: () => printed,
      invite: (bank, name, serviceId) => invite(bank, { name, serviceId }, { mailbox, run, workers }),
      approve,
      moveOn: () => workInTheMorning({ run, workers }),
      mailAfter: (after, subject, address) => arrived(mailbox, after, subject, address),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Run = (args: readonly string[], cwd: string, more?: Record<string, string>) => ChildProcess;

/** The product's worker; `offsetMs` moves its clock. */
function runWorker(run: Run, offsetMs: number): ChildProcess {
  const script = fileURLToPath(new URL('./torture/worker.fixture.ts', import.meta.url));
  return run(['--import', 'tsx', script], process.cwd(), { TORTURE_CLOCK_OFFSET_MS: String(offsetMs) });
}

async function foundAskingBank(database: OwnDatabase, slug: string): Promise<TestBank> {
  const bank = await foundTestBank(database, { slug, vendors: 2, now: new Date() });
  await bank.system.transaction((tx) =>
    tx
      .update(vendorContact)
      .set({ address: ADDRESS, name: '田中 涼' })
      .where(eq(vendorContact.tenantId, bank.tenantId)),
  );
  return bank;
}

async function invite(
  bank: TestBank,
  { name, serviceId = bank.serviceIds[0] ?? '' }: { name: string; serviceId: string | undefined },
  { mailbox, run, workers }: { mailbox: Mailbox; run: Run; workers: { now: ChildProcess } },
): Promise<Asked> {
  const today = bankDateOf(new Date());
  const before = mailbox.messages.length;
  const outside = { ...testOutside(), clock: movedClock(new Date()) };
  const { campaignId, assessmentIds } = await launchTestCampaign(bank, outside, {
    name,
    serviceIds: [serviceId],
    dueDate: addBankBusinessDays(today, 30),
  });
  // Invitations leave in business hours.
  await workInTheMorning({ run, workers });
  const mail = await arrived(mailbox, before, '【要対応】');
  // Its sweep copies last year beside the items meanwhile.
  await until(async () => (await withoutLastYear(bank, campaignId)) === 0);
  await end(workers.now, 'SIGTERM');
  workers.now = runWorker(run, 0);
  return { campaignId, assessmentId: assessmentIds[0] ?? '', link: linkIn(mail) };
}

/** In place of the worker that runs, since another might take the jobs while nothing is due. */
async function workInTheMorning({ run, workers }: { run: Run; workers: { now: ChildProcess } }): Promise<void> {
  const morning = instantAt(addBankBusinessDays(bankDateOf(new Date()), 1), '10:00');
  await end(workers.now, 'SIGTERM');
  workers.now = runWorker(run, morning.getTime() - Date.now());
}

const withoutLastYear = (bank: TestBank, campaignId: string) =>
  bank.system.transaction((tx) =>
    tx.$count(assessment, and(eq(assessment.campaignId, campaignId), isNull(assessment.priorKnownAt))),
  );

async function approve(bank: TestBank, { campaignId, assessmentId }: Asked): Promise<void> {
  const outside = { ...testOutside(), clock: movedClock(new Date()) };
  const { reviewer, approver } = bank.members;
  await approveTestBankAnswers(bank, outside, campaignId);
  await openReview(outside, reviewer, { assessmentId });
  const { round } = await showReview(outside, reviewer, { assessmentId });
  if (!round) throw new Error('nothing was submitted');
  const place = { assessmentId, roundId: round.id };
  await acceptItems(bank, outside, place);
  const { acceptanceId } = await proposeAcceptance(outside, reviewer, { ...place, summary: '' });
  await decideAcceptance(outside, approver, { assessmentId, acceptanceId, decision: 'approve', reason: '' });
}

async function arrived(mailbox: Mailbox, after: number, subject: string, address = ADDRESS): Promise<Message> {
  const find = () =>
    mailbox.messages.slice(after).find((mail) => mail.subject.startsWith(subject) && mail.to.includes(address));
  await until(async () => find() !== undefined);
  return find() as Message;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const given = Date.now() + MAIL_WITHIN_MS;
  while (!(await holds())) {
    if (Date.now() > given) throw new Error('what was waited for did not come');
    await pause(100);
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

/** The link of an invitation; '' for a mail without one. */
export function linkIn({ text }: Message): string {
  return /https?:\/\/\S+\/respond#\S+/.exec(text)?.[0] ?? '';
}

/** The six digits of a code mail; '' for another mail. */
export function codeIn({ text }: Message): string {
  return /(?<!\d)(\d{3}) (\d{3})(?!\d)/.exec(text)?.slice(1).join('') ?? '';
}
