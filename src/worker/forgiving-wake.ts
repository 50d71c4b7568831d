import type { Logger } from '@/adapters/logger';
import type { Queue } from '@/adapters/queue/queue';
import type { Outside } from '@/usecases/command';

/** Asks for jobs without ever failing what has been committed: one that can't be asked for is left to the next sweep. */
export function forgivingWake(queue: Pick<Queue, 'wake'>, log: Logger): Outside['wake'] {
  return async (job) => {
    try {
      await queue.wake(job);
    } catch (err) {
      log.warn({ job: job.kind, err }, 'wake failed; the sweep will find the row');
    }
  };
}
