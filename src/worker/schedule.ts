import type { Queue } from '@/adapters/queue/queue';

const SWEEP_EVERY_MS = 60_000;
const SWEEP_FILES_EVERY_MS = 6 * 60 * 60_000;

/** A sweep now, for what came due while no worker was there, and one a minute from then on, however many workers run. */
export async function startSweeping(queue: Pick<Queue, 'schedule' | 'wake'>): Promise<void> {
  await queue.schedule('sweep', SWEEP_EVERY_MS);
  await queue.schedule('files.sweep', SWEEP_FILES_EVERY_MS);
  await queue.wake({ kind: 'sweep', payload: {} });
}
