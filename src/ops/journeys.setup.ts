import { spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { freePort } from './ports';

/** For what hangs: on a machine that does other work, building and making the demo take minutes. */
const READY_WITHIN_MS = 900_000;
const ready = z.object({ running: z.object({ url: z.string(), mailboxUrl: z.string(), dataFolder: z.string() }) });

/**
 * Starts the whole product, demo included, in a data folder of its own, exactly as `npm start` does. Journeys find it by
 * `baseURL`, its mailbox by E2E_MAILBOX_URL and what it keeps by E2E_DATA_FOLDER.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'tenken-e2e-'));
  chmodSync(folder, 0o755);
  const { DATABASE_URL, DATABASE_OWNER_URL, REDIS_URL, SMTP_URL, ...clean } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/ops/start.ts'], {
    env: { ...clean, PORT: String(await freePort()), DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let printed = '';
  const keep = (chunk: Buffer) => {
    printed += chunk.toString();
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const exit = new Promise<void>((done) => child.once('exit', () => done()));
  const stop = async () => {
    child.kill('SIGTERM');
    await exit;
    cpSync(join(folder, 'logs'), join('test-results', 'logs'), { recursive: true });
    rmSync(folder, { recursive: true, force: true });
  };

  const message = await Promise.race([
    new Promise<unknown>((done) => child.once('message', done)),
    exit.then(() => null),
    new Promise<null>((done) => setTimeout(done, READY_WITHIN_MS, null).unref()),
  ]);
  const started = ready.safeParse(message);
  if (!started.success) {
    child.kill('SIGTERM');
    await exit;
    throw new Error(`the product did not start:\n${printed}`);
  }
  process.env.E2E_URL = started.data.running.url;
  process.env.E2E_MAILBOX_URL = started.data.running.mailboxUrl;
  process.env.E2E_DATA_FOLDER = started.data.running.dataFolder;
  return stop;
}
