import { type Job, type JobKind, jobSchema } from '@/domain/job';

export type JobPayload<K extends JobKind> = Extract<Job, { kind: K }>['payload'];
export type JobHandlers = { [K in JobKind]: (payload: JobPayload<K>) => Promise<void> };

/** Checks what came out of the queue and gives it to its handler. Throws on a kind or payload that nobody knows. */
export async function dispatch(handlers: JobHandlers, name: string, data: unknown): Promise<void> {
  const job = jobSchema.parse({ kind: name, payload: data });
  switch (job.kind) {
    case 'mail.send':
      return handlers[job.kind](job.payload);
    case 'code.send':
      return handlers[job.kind](job.payload);
    case 'campaign.launch':
      return handlers[job.kind](job.payload);
    case 'campaign.sweep':
      return handlers[job.kind](job.payload);
    case 'export.make':
      return handlers[job.kind](job.payload);
    case 'sweep':
      return handlers[job.kind](job.payload);
  }
}
