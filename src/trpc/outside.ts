import 'server-only';
import { systemClock } from '@/adapters/clock';
import { createLogger } from '@/adapters/logger';
import { openQueue, type Queue } from '@/adapters/queue/queue';
import { accounts } from '@/auth/accounts';
import { linkHash } from '@/auth/secrets';
import { env } from '@/env';
import type { Outside } from '@/usecases/command';

const log = createLogger({ base: { process: 'web' } });
const shared = globalThis as { tenkenQueue?: Promise<Queue> };

function queue(): Promise<Queue> {
  const { REDIS_URL, DATABASE_URL } = env();
  shared.tenkenQueue ??= openQueue(REDIS_URL ? { redisUrl: REDIS_URL } : { databaseUrl: DATABASE_URL }, {
    failed: ({ id, kind }, err) => log.warn({ job: id, kind, err }, 'job failed'),
    trouble: (err) => log.warn({ err }, 'queue connection'),
  });
  return shared.tenkenQueue;
}

/** The web process's outside world. A wake that fails is only late: the worker's sweep finds the row. */
export function webOutside(): Outside {
  return {
    clock: systemClock,
    accounts,
    linkHash,
    async wake(job) {
      try {
        await (await queue()).wake(job);
      } catch (error) {
        delete shared.tenkenQueue;
        log.warn({ kind: job.kind, err: error }, 'wake failed; the sweep will find the row');
      }
    },
  };
}
