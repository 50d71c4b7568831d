import { openFileStore } from '@/adapters/files/open-file-store';
import { createLogger } from '@/adapters/logger';
import { smtpMailer } from '@/adapters/mailer';
import { openQueue } from '@/adapters/queue/queue';
import { accounts } from '@/auth/accounts';
import { linkHash } from '@/auth/secrets';
import { env } from '@/env';
import { handlersOf } from '@/worker/handlers';
import { startSweeping } from '@/worker/schedule';
import { parseSender } from '@/worker/sender';

/** The product's worker in a process of its own, under a clock that runs but stands elsewhere: TORTURE_CLOCK_OFFSET_MS. */
const offset = Number(process.env.TORTURE_CLOCK_OFFSET_MS ?? '0');
const { DATABASE_URL, SMTP_URL, TENKEN_URL, MAIL_FROM, LOG_LEVEL } = env();
const queue = await openQueue(
  { databaseUrl: DATABASE_URL },
  { failed: ({ kind }, error) => process.stderr.write(`${kind}: ${String(error)}\n`), trouble: () => undefined },
);
const outside = {
  clock: { now: () => new Date(Date.now() + offset) },
  accounts,
  linkHash,
  wake: (job: Parameters<typeof queue.wake>[0]) => queue.wake(job),
};
const log = createLogger({ level: LOG_LEVEL, base: { process: 'worker' } });
const sender = parseSender(MAIL_FROM);
const bench = { outside, mailer: smtpMailer(SMTP_URL), files: openFileStore(env()), log, baseUrl: TENKEN_URL, sender };
const worker = queue.work(handlersOf(bench), {
  concurrency: 4,
});
// Asked to, it finishes what it holds: a job in the hands of a killed one is taken up only once its time has run out.
process.on('SIGTERM', () => {
  void worker
    .close()
    .then(() => queue.close())
    .finally(() => process.exit(0));
});
await startSweeping(queue);
