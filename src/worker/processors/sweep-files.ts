import { identityTransaction, keptFiles } from '@/auth/doors';
import { EVIDENCE_FOLDER, storedAt } from '@/domain/evidence-key';
import type { Workbench } from '../workbench';

/** An upload that is under way has stored its bytes and not yet written its row; none takes this long. */
const LEFT_ALONE_MS = 24 * 60 * 60_000;
const ASKED_AT_ONCE = 500;

/**
 * Removes stored files that no row needs: what a crash left between the bytes and their row, and what was put away and
 * no round holds. The rows are the truth; a file that is younger than a day is left alone.
 */
export async function sweepFiles({ outside, files, log }: Workbench): Promise<void> {
  const until = outside.clock.now().getTime() - LEFT_ALONE_MS;
  let removed = 0;
  const settle = async (keys: readonly string[]) => {
    const kept = await identityTransaction((tx) => keptFiles(tx, keys));
    for (const key of keys.filter((each) => !kept.has(each))) {
      await files.remove(key);
      removed += 1;
    }
  };
  let asked: string[] = [];
  for await (const key of files.list(EVIDENCE_FOLDER)) {
    if ((storedAt(key) ?? Number.POSITIVE_INFINITY) > until) continue;
    asked.push(key);
    if (asked.length < ASKED_AT_ONCE) continue;
    await settle(asked);
    asked = [];
  }
  if (asked.length > 0) await settle(asked);
  log.info({ removed }, 'swept stored files');
}
