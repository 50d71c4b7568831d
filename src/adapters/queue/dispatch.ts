import { type Job, type JobKind, jobSchema } from '@/domain/job';

export type JobPayload<K extends JobKind> = Extract<Job, { kind: K }>['payload'];
/** `last`: should it fail now, nobody tries it again until the sweep asks anew. */
export interface Attempt {
  last: boolean;
}
export type JobHandlers = { [K in JobKind]: (payload: JobPayload<K>, attempt?: Attempt) => Promise<void> };

/** Checks what came out of the queue and gives it to its handler. Throws on a kind or payload that nobody knows. */
export async function dispatch(handlers: JobHandlers, name: string, data: unknown, attempt?: Attempt): Promise<void> {
  const job = jobSchema.parse({ kind: name, payload: data });
  switch (job.kind) {
    case 'mail.send':
      return handlers[job.kind](job.payload, attempt);
    case 'code.send':
      return handlers[job.kind](job.payload, attempt);
    case 'campaign.launch':
      return handlers[job.kind](job.payload, attempt);
    case 'campaign.sweep':
      return handlers[job.kind](job.payload, attempt);
    case 'export.make':
      return handlers[job.kind](job.payload, attempt);
    case 'import.work':
      return handlers[job.kind](job.payload, attempt);
    case 'organisation.mail':
      return handlers[job.kind](job.payload, attempt);
    case 'sweep':
      return handlers[job.kind](job.payload, attempt);
    case 'files.sweep':
      return handlers[job.kind](job.payload, attempt);
    default:
      return unknownKind(job);
  }
}

/** Does not compile while a kind of job has no line above: such jobs would end as done and do nothing. */
function unknownKind(job: never): never {
  throw new Error(`no handler is called for ${JSON.stringify(job)}`);
}
