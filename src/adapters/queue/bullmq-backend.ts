import { type BackendFactory, type IQueueBackend, type JobProgress, Queue, Worker } from 'bullmq';
import type { QueueBackend, QueueReport } from './queue-backend';

/** Queue and workers on one backend; `end` closes the connections that were passed in, which stay the caller's. */
export function bullmqBackend<B extends IQueueBackend, C>(setup: {
  name: string;
  factory: BackendFactory<B, C>;
  queueConnection: C;
  workerConnection: C;
  report: QueueReport;
  end(): Promise<void>;
}): QueueBackend {
  const { name, factory, report } = setup;
  const queue = new Queue<object, void, string, object, void, string, B, C>(
    name,
    { connection: setup.queueConnection },
    factory,
  );
  queue.on('error', report.trouble);
  const workers = new Set<{ close(): Promise<void> }>();
  return {
    add: (kind, data, options) => queue.add(kind, data, options),
    schedule: (kind, everyMs, opts) =>
      queue.upsertJobScheduler(kind, { every: everyMs }, { name: kind, data: {}, opts }),
    work(processor, settings) {
      const worker = new Worker<object, void, string, B, JobProgress, C>(
        name,
        (job) => processor(job.name, job.data, { last: job.attemptsMade + 1 >= (job.opts.attempts ?? 1) }),
        { connection: setup.workerConnection, ...settings },
        factory,
      );
      worker.on('error', report.trouble);
      worker.on('failed', (job, error) => {
        report.failed({ id: job?.id ?? '', kind: job?.name ?? '', attempt: job?.attemptsMade ?? 0 }, error);
      });
      const running = {
        async close() {
          if (workers.delete(running)) await worker.close();
        },
      };
      workers.add(running);
      return running;
    },
    async close() {
      await Promise.all([...workers].map((worker) => worker.close()));
      await queue.close();
      await setup.end();
    },
  };
}
