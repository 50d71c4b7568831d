import { movedClock } from '@/adapters/clock';
import { openFileStore } from '@/adapters/files/open-file-store';
import { createLogger } from '@/adapters/logger';
import { smtpMailer } from '@/adapters/mailer';
import { dispatch } from '@/adapters/queue/dispatch';
import { accounts } from '@/auth/accounts';
import { linkHash } from '@/auth/secrets';
import type { Job } from '@/domain/job';
import { env } from '@/env';
import { environmentOfRunning } from '@/ops/embedded/environment';
import { handlersOf } from '@/worker/handlers';
import { parseSender } from '@/worker/sender';

/**
 * The product's own worker under a clock set ahead: what it would send on a later day, sent now, to the same mailbox.
 * Only the clock differs; rows, processors and SMTP are those of the product that runs.
 */
export async function workAt(instant: Date): Promise<void> {
  const environment = environmentOfRunning(process.env.E2E_DATA_FOLDER ?? '', process.env.E2E_URL ?? '');
  Object.assign(process.env, environment);
  const mailer = smtpMailer(environment.SMTP_URL);
  const jobs: Job[] = [{ kind: 'sweep', payload: {} }];
  const outside = {
    clock: movedClock(instant),
    accounts,
    linkHash,
    async wake(job: Job) {
      jobs.push(job);
    },
  };
  const handlers = handlersOf({
    outside,
    mailer,
    files: openFileStore(env()),
    log: createLogger({ level: 'silent' }),
    baseUrl: environment.TENKEN_URL,
    sender: parseSender(environment.MAIL_FROM),
  });
  for (let job = jobs.shift(); job; job = jobs.shift()) await dispatch(handlers, job.kind, job.payload);
  mailer.close();
}
