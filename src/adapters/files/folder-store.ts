import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, opendir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { systemClock } from '../clock';
import { counted, heldUntilRead } from './counted';
import { checkKey, FileMissing, type FileStore } from './file-store';
import { removeLeftBehind } from './remove-left-behind';

/** No key has a dot, so that no kept file is ever in here. */
const UNFINISHED = '.unfinished';
const OWNER_ONLY = 0o700;

/** Files in a folder of this machine, or one that all machines mount. A file appears by a rename once it is on the disk. */
export function folderStore(root: string): FileStore {
  const unfinishedFolder = join(root, UNFINISHED);
  let swept: Promise<void> | undefined;
  const pathOf = (key: string) => {
    checkKey(key);
    return join(root, key);
  };
  return {
    async put(key, content, { size }) {
      const path = pathOf(key);
      heldUntilRead(content);
      const unfinished = join(unfinishedFolder, randomUUID());
      await Promise.all(
        [dirname(path), unfinishedFolder].map((folder) => mkdir(folder, { recursive: true, mode: OWNER_ONLY })),
      );
      swept ??= removeLeftBehind(unfinishedFolder, '', systemClock);
      await swept;
      try {
        await pipeline(
          content,
          counted(size),
          createWriteStream(unfinished, { mode: 0o600, flags: 'wx', flush: true }),
        );
        await rename(unfinished, path);
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
      await flushFolder(dirname(path));
    },
    async open(key) {
      const path = pathOf(key);
      try {
        return (await open(path, 'r')).createReadStream();
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new FileMissing(key);
        throw error;
      }
    },
    async remove(key) {
      await rm(pathOf(key), { force: true });
    },
    async *list(below) {
      yield* filesIn(pathOf(below), below);
    },
  };
}

async function* filesIn(folder: string, key: string): AsyncIterable<string> {
  try {
    for await (const entry of await opendir(folder)) {
      const own = `${key}/${entry.name}`;
      if (entry.isDirectory()) yield* filesIn(join(folder, entry.name), own);
      else yield own;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** Puts the new name on the disk too, so that a power cut doesn't take it back. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
