import { and, eq, lte } from 'drizzle-orm';
import { openFileStore } from '@/adapters/files/open-file-store';
import { createLogger } from '@/adapters/logger';
import { mail } from '@/db/schema/record';
import { env } from '@/env';
import type { Outside } from '@/usecases/command';
import { sendMail } from '@/worker/processors/send-mail';
import { sweepCampaign } from '@/worker/processors/sweep-campaign';
import { parseSender } from '@/worker/sender';
import type { Workbench } from '@/worker/workbench';
import type { FoundedBank } from './found-demo-bank';

/**
 * What the worker would have done by the moved clock's time: derives a campaign's mails and settles those that are due.
 * They were sent in the demo's past, so none goes to a mail server now.
 */
export async function letWorkerCatchUp(outside: Outside, bank: FoundedBank, campaignId: string): Promise<void> {
  const { TENKEN_URL, MAIL_FROM } = env();
  const bench: Workbench = {
    outside,
    mailer: { send: async () => ({ accepted: true }), close: () => undefined },
    files: openFileStore(env()),
    log: createLogger({ level: 'silent' }),
    baseUrl: TENKEN_URL,
    sender: parseSender(MAIL_FROM),
  };
  const { tenantId } = bank;
  await sweepCampaign(bench, { tenantId, campaignId });
  const due = () =>
    bank.system.transaction((tx) =>
      tx
        .select({ id: mail.id })
        .from(mail)
        .where(and(eq(mail.campaignId, campaignId), eq(mail.state, 'planned'), lte(mail.dueAt, outside.clock.now()))),
    );
  for (const { id } of await due()) await sendMail(bench, { tenantId, mailId: id });
  // Whoever gets copies is told once the mail itself has gone.
  for (const { id } of await due()) await sendMail(bench, { tenantId, mailId: id });
}
