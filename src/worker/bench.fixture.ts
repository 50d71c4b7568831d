import { eq } from 'drizzle-orm';
import { openFileStore } from '@/adapters/files/open-file-store';
import { createLogger } from '@/adapters/logger';
import { smtpMailer } from '@/adapters/mailer';
import { mail } from '@/db/schema/record';
import { env } from '@/env';
import { type Mailbox, startMailbox } from '@/ops/mailbox/start-mailbox';
import { type TestBank, testOutside } from '@/usecases/testing/bank-fixture';
import { sendMail } from './processors/send-mail';
import { sweepCampaign } from './processors/sweep-campaign';
import type { Workbench } from './workbench';

export const BASE_URL = 'http://localhost:3000';

export interface TestBench extends Workbench {
  outside: ReturnType<typeof testOutside>;
  mailbox: Mailbox;
  lines: string[];
  /** Runs the jobs that were asked for, and those that they ask for. */
  drain(): Promise<void>;
  /** Mails that arrived at an address. */
  arrived(address: string): Mailbox['messages'][number][];
  end(): Promise<void>;
}

/** A worker's tools with a clock that the test moves and a real SMTP server. */
export async function testBench(start?: Date, smtpUrl?: string): Promise<TestBench> {
  const mailbox = await startMailbox({ smtpPort: 0, httpPort: 0, file: null });
  const outside = testOutside(start);
  const lines: string[] = [];
  const mailer = smtpMailer(smtpUrl ?? mailbox.smtpUrl);
  const bench: TestBench = {
    outside,
    mailbox,
    lines,
    mailer,
    files: openFileStore(env()),
    log: createLogger({ level: 'debug', write: (line) => lines.push(line) }),
    baseUrl: BASE_URL,
    sender: { name: 'Tenken', address: 'tenken@example.jp' },
    async drain() {
      for (let job = outside.wakes.shift(); job; job = outside.wakes.shift()) {
        if (job.kind === 'mail.send') await sendMail(bench, job.payload);
        if (job.kind === 'campaign.sweep') await sweepCampaign(bench, job.payload);
      }
    },
    arrived: (address) => mailbox.messages.filter((message) => message.to.includes(address)),
    async end() {
      mailer.close();
      await mailbox.close();
    },
  };
  return bench;
}

/** The mails on record of one assessment, in the order of their making. */
export function mailsOf(bank: TestBank, assessmentId: string): Promise<(typeof mail.$inferSelect)[]> {
  return bank.system.transaction((tx) =>
    tx.select().from(mail).where(eq(mail.assessmentId, assessmentId)).orderBy(mail.id),
  );
}
