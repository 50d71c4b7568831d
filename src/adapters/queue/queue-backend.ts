import type { JobsOptions } from 'bullmq';
import type { Attempt } from './dispatch';

/** What a backend tells the log: kinds and BullMQ's job ids, never payloads. */
export interface QueueReport {
  failed: (job: { id: string; kind: string; attempt: number }, error: Error) => void;
  /** The connection is in trouble; BullMQ goes on trying. */
  trouble: (error: Error) => void;
}

export type Processor = (name: string, data: unknown, attempt: Attempt) => Promise<void>;

export interface WorkerSettings {
  concurrency: number;
  lockDuration: number;
  stalledInterval: number;
  maxStalledCount: number;
}

/** The part of BullMQ that both backends share. */
export interface QueueBackend {
  add(name: string, data: object, options: JobsOptions): Promise<unknown>;
  schedule(name: string, everyMs: number, options: JobsOptions): Promise<unknown>;
  work(processor: Processor, settings: WorkerSettings): { close(): Promise<void> };
  close(): Promise<void>;
}
