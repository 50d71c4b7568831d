import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { eq } from 'drizzle-orm';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { campaign } from '@/db/schema/campaign';
import { mail } from '@/db/schema/record';
import { type Mailbox, startMailbox } from '@/ops/mailbox/start-mailbox';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { createCampaign } from '@/usecases/campaigns/create-campaign';
import { launchCampaign } from '@/usecases/campaigns/launch-campaign';
import { foundTestBank, type TestBank, testOutside } from '@/usecases/testing/bank-fixture';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
const LIFELINE = new URL('../ops/product/lifeline.mjs', import.meta.url).href;
/** The worker's own clock is the real one: a launch long ago and a due date far ahead hold on any day. */
const LAUNCH = new Date('2026-06-05T01:00:00Z');
const DUE = '2045-06-30';

let database: TestDatabase;
let bank: TestBank;
let mailbox: Mailbox;
const children: ChildProcess[] = [];

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 3, now: LAUNCH });
  mailbox = await startMailbox({ smtpPort: 0, httpPort: 0, file: null });
});
afterEach(async () => {
  for (const child of children.splice(0)) await ended(child, 'SIGKILL');
});
afterAll(async () => {
  await mailbox.close();
  await database.drop();
});

/** A worker as the supervisor starts it, on the queue that lives in PostgreSQL. */
function startWorker(smtpUrl: string): ChildProcess {
  const child = spawn(process.execPath, ['--import', LIFELINE, '--import', import.meta.resolve('tsx'), MAIN], {
    env: { ...process.env, SMTP_URL: smtpUrl, LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  children.push(child);
  return child;
}

async function ended(child: ChildProcess, signal?: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exit = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
  if (signal) child.kill(signal);
  return exit;
}

async function until(holds: () => boolean | Promise<boolean>, milliseconds = 30_000): Promise<void> {
  const end = performance.now() + milliseconds;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function press(): Promise<string> {
  const outside = testOutside(LAUNCH);
  const { campaignId } = await createCampaign(outside, bank.members.operator, {
    name: '定期点検',
    fiscalYear: 2026,
    referenceDate: '2026-06-01',
    editionId: bank.editionId,
    serviceIds: bank.serviceIds,
    dueDate: DUE,
    reminderDays: [3],
    overdueDays: [1],
  });
  await launchCampaign(outside, bank.members.operator, { campaignId });
  return campaignId;
}

const mails = (campaignId: string) =>
  bank.system.transaction((tx) => tx.select().from(mail).where(eq(mail.campaignId, campaignId)).orderBy(mail.id));
const stateOf = async (campaignId: string) => {
  const [row] = await bank.system.transaction((tx) => tx.select().from(campaign).where(eq(campaign.id, campaignId)));
  return row?.state;
};

describe('the worker as a process', () => {
  it('finds a pressed launch by itself, launches it, sends its mails and stops in order', async () => {
    const campaignId = await press();
    const worker = startWorker(mailbox.smtpUrl);
    let printed = '';
    worker.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
    await until(async () => (await stateOf(campaignId)) === 'running');
    await until(async () => (await mails(campaignId)).every((row) => row.state === 'sent'));
    expect(mailbox.messages).toHaveLength(3);
    const reached = new Set(mailbox.messages.flatMap((message) => message.to));
    expect(reached).toEqual(new Set([1, 2, 3].map((number) => `contact${number}@aoba-vendor.example`)));
    expect(await ended(worker, 'SIGTERM')).toBe(0);
    expect(printed).toContain('"working"');
    expect(printed).not.toMatch(/@aoba|respond#|job failed/);
  });

  it('killed between taking a mail and its answer, sends that mail once more and nothing else twice', async () => {
    const before = mailbox.messages.length;
    const silent = await silentServer();
    const campaignId = await press();
    const doomed = startWorker(silent.url);
    await until(() => silent.taken.size > 0);
    await ended(doomed, 'SIGKILL');
    await silent.close();
    const inDoubt = (await mails(campaignId)).filter((row) => row.state === 'sending');
    expect(inDoubt.length).toBeGreaterThan(0);
    // Two minutes pass.
    await bank.system.transaction((tx) =>
      tx
        .update(mail)
        .set({ claimedAt: new Date(Date.now() - 180_000) })
        .where(eq(mail.state, 'sending')),
    );
    startWorker(mailbox.smtpUrl);
    await until(async () => {
      const rows = await mails(campaignId);
      return rows.length === 3 && rows.every((row) => row.state === 'sent');
    });
    const rows = await mails(campaignId);
    expect(rows.filter((row) => row.doubtful === 'yes').map((row) => row.id)).toEqual(inDoubt.map((row) => row.id));
    const arrived = mailbox.messages.slice(before).map((message) => message.messageId);
    expect(arrived).toHaveLength(rows.length);
    expect(new Set(arrived)).toEqual(new Set(rows.map((row) => row.messageId)));
    for (const id of silent.taken) expect(arrived).toContain(id);
  });

  it('goes when whoever started it has gone', async () => {
    const worker = startWorker(mailbox.smtpUrl);
    await new Promise((resolve) => worker.stdout?.once('data', resolve));
    worker.disconnect();
    expect(await ended(worker)).toBe(0);
  });
});

/** Takes mails whole and never answers. */
async function silentServer(): Promise<{ url: string; taken: Set<string>; close(): Promise<void> }> {
  const taken = new Set<string>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream) {
      let text = '';
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      stream.on('end', () => taken.add(/^Message-ID: (<[^>]+>)/im.exec(text)?.[1] ?? ''));
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  const address = server.server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    close: () => new Promise((done) => server.close(() => done())),
  };
}
