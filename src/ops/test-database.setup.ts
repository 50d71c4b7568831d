import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startCluster } from './embedded/cluster';
import { ensureDatabase, ensureLogins, urlsOf } from './embedded/logins';
import { migrate } from './migrate';
import { freePort } from './ports';
import { TEST_LOGINS, TEST_TEMPLATE } from './test-database';

/** One PostgreSQL for the whole run, with a migrated database that each test file's own is copied from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'tenken-test-'));
  chmodSync(folder, 0o755);
  const superPassword = randomBytes(16).toString('hex');
  const cluster = await startCluster({ folder, port: await freePort(), superPassword, volatile: true });
  await ensureLogins(cluster.superUrl, TEST_LOGINS);
  await ensureDatabase(cluster.superUrl, TEST_TEMPLATE);
  await migrate({ ...urlsOf(cluster.superUrl, TEST_TEMPLATE, TEST_LOGINS), withQueue: true });
  project.provide('superUrl', cluster.superUrl);
  return async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

declare module 'vitest' {
  export interface ProvidedContext {
    superUrl: string;
  }
}
