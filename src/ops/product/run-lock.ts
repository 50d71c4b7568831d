import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PlainFailure } from '../plain-failure';

/**
 * Holds the data folder for this process alone, by a socket that ends with it however it dies. Throws PlainFailure when
 * another start holds it.
 */
export async function holdFolder(folder: string): Promise<void> {
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  const path = join(tmpdir(), `tenken-${digest}.sock`);
  if (await isHeld(path)) {
    throw new PlainFailure(
      `データフォルダー ${folder} では既に起動しています。先に停止するか、DATA_DIR で別の場所を指定してください。 / ` +
        `Already running with the data folder ${folder}; stop it first, or name another with DATA_DIR.`,
    );
  }
  rmSync(path, { force: true });
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((done, fail) => server.once('error', fail).listen(path, done));
  server.unref();
}

function isHeld(path: string): Promise<boolean> {
  return new Promise((settle) => {
    const probe = connect(path);
    probe.once('connect', () => {
      probe.destroy();
      settle(true);
    });
    probe.once('error', () => settle(false));
  });
}
