import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../clock';

/** No upload takes so long: what is older belongs to a process that was killed. */
const LEFT_BEHIND_MS = 24 * 60 * 60 * 1000;

/** Removes what killed processes left in a folder, by the beginning of its name. */
export async function removeLeftBehind(folder: string, beginning: string, clock: Clock): Promise<void> {
  const before = clock.now().getTime() - LEFT_BEHIND_MS;
  const names = (await readdir(folder)).filter((name) => name.startsWith(beginning));
  await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      // Another process may be about the same work, and have removed it.
      const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
      if (found && found.mtimeMs < before) await rm(path, { recursive: true, force: true });
    }),
  );
}
