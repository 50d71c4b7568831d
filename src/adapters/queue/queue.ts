import { randomUUID } from 'node:crypto';
import { type Job, subjectOf } from '@/domain/job';
import { dispatch, type JobHandlers } from './dispatch';
import { openPostgresBackend } from './postgres-backend';
import type { QueueBackend, QueueReport } from './queue-backend';
import { openRedisBackend } from './redis-backend';

export interface RunningWorker {
  /** Waits for the jobs in hand, then stops. */
  close(): Promise<void>;
}

/**
 * BullMQ, the same on both backends. It only wakes workers: what is due stands in our rows, so a lost or repeated job
 * loses or repeats nothing.
 */
export interface Queue {
  /**
   * Asks for a job. While the same job waits, asking again changes nothing; while it runs, asking again lets it run
   * once more afterwards. The key is dropped when the job ends, so a finished job never blocks a later wake.
   */
  wake(job: Job): Promise<void>;
  work(handlers: JobHandlers, options: { concurrency: number }): RunningWorker;
  /** Repeats the sweep. The interval is in milliseconds; calling it again, from any process, replaces the interval. */
  schedule(kind: 'sweep' | 'files.sweep', everyMs: number): Promise<void>;
  close(): Promise<void>;
}

export type QueueTarget = { redisUrl: string } | { databaseUrl: string };

const QUEUE_NAME = 'tenken';
const ATTEMPTS = 8;
const FIRST_RETRY_MS = 1_000;
const KEEP_DONE_SECONDS = 3_600;
const KEEP_FAILED_SECONDS = 7 * 86_400;
const JOB_OPTIONS = {
  attempts: ATTEMPTS,
  backoff: { type: 'exponential', delay: FIRST_RETRY_MS },
  // By age, not by count: the latter deadlocks on the PostgreSQL backend (BullMQ 6.7).
  removeOnComplete: { age: KEEP_DONE_SECONDS },
  removeOnFail: { age: KEEP_FAILED_SECONDS },
};
/** A killed worker's job is taken up again within seconds, and as often as it takes: handlers are idempotent. */
const WORKER_OPTIONS = { lockDuration: 5_000, stalledInterval: 3_000, maxStalledCount: 1_000_000 };

/** Opens the queue. Throws when the Redis named would lose jobs, or when the queue's schema has not been migrated. */
export async function openQueue(target: QueueTarget, report: QueueReport): Promise<Queue> {
  const backend: QueueBackend =
    'redisUrl' in target
      ? await openRedisBackend(target.redisUrl, QUEUE_NAME, report)
      : await openPostgresBackend(target.databaseUrl, QUEUE_NAME, report);
  return {
    async wake(job) {
      await backend.add(job.kind, job.payload, {
        ...JOB_OPTIONS,
        // An id of its own each time: BullMQ would make a sequence for its ids, which the queue's role may not.
        jobId: randomUUID(),
        deduplication: { id: subjectOf(job), keepLastIfActive: true },
      });
    },
    work(handlers, { concurrency }) {
      return backend.work((name, data, attempt) => dispatch(handlers, name, data, attempt), {
        ...WORKER_OPTIONS,
        concurrency,
      });
    },
    async schedule(kind, everyMs) {
      await backend.schedule(kind, everyMs, JOB_OPTIONS);
    },
    close: () => backend.close(),
  };
}
