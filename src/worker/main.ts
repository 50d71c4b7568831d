import { systemClock } from '@/adapters/clock';
import { openFileStore } from '@/adapters/files/open-file-store';
import { createLogger } from '@/adapters/logger';
import { smtpMailer } from '@/adapters/mailer';
import { openQueue } from '@/adapters/queue/queue';
import { accounts } from '@/auth/accounts';
import { linkHash } from '@/auth/secrets';
import { EnvError, env } from '@/env';
import { forgivingWake } from './forgiving-wake';
import { handlersOf } from './handlers';
import { startSweeping } from './schedule';
import { parseSender } from './sender';

/** Jobs in hand at once; most of their time goes to waiting for the mail server. */
const CONCURRENCY = 4;

async function main(): Promise<void> {
  const { REDIS_URL, DATABASE_URL, SMTP_URL, TENKEN_URL, MAIL_FROM, LOG_LEVEL } = env();
  const log = createLogger({ level: LOG_LEVEL, base: { process: 'worker' } });
  const queue = await openQueue(REDIS_URL ? { redisUrl: REDIS_URL } : { databaseUrl: DATABASE_URL }, {
    failed: ({ id, kind, attempt }, err) => log.error({ job: id, kind, attempt, err }, 'job failed'),
    trouble: (err) => log.warn({ err }, 'queue connection'),
  });
  const mailer = smtpMailer(SMTP_URL);
  const outside = { clock: systemClock, accounts, linkHash, wake: forgivingWake(queue, log) };
  const worker = queue.work(
    handlersOf({
      outside,
      mailer,
      files: openFileStore(env()),
      log,
      baseUrl: TENKEN_URL,
      sender: parseSender(MAIL_FROM),
    }),
    {
      concurrency: CONCURRENCY,
    },
  );
  let stopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping after the jobs in hand');
    await worker.close();
    await queue.close();
    mailer.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stop(signal).catch((err: unknown) => {
        log.error({ err }, 'could not stop in order');
        process.exit(1);
      });
    });
  }
  await startSweeping(queue);
  log.info({}, 'working');
}

main().catch((error: unknown) => {
  // Said in plain words where it is the operator's to mend; the supervisor starts the worker again.
  process.stderr.write(`${error instanceof EnvError ? error.message : String(error)}\n`);
  process.exit(1);
});
