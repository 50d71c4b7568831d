import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { dropDatabase, ensureDatabase, urlsOf } from './embedded/logins';

export const TEST_TEMPLATE = 'tenken_template';
export const TEST_LOGINS = { ownerPassword: 'owner-of-a-test', appPassword: 'serving-a-test' };

export interface TestDatabase {
  ownerUrl: string;
  appUrl: string;
  superUrl: string;
  drop(): Promise<void>;
}

/**
 * A migrated, empty database for one test file. The process's environment names it from then on, so that `env()` and
 * the serving pool, opened at first use, reach it: call it before anything that reads them.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const serverUrl = inject('superUrl');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await ensureDatabase(serverUrl, name, TEST_TEMPLATE);
  const urls = urlsOf(serverUrl, name, TEST_LOGINS);
  const superUrl = new URL(serverUrl);
  superUrl.pathname = `/${name}`;
  const evidence = join(tmpdir(), `tenken-${name}-evidence`);
  Object.assign(process.env, {
    DATABASE_URL: urls.appUrl,
    DATABASE_OWNER_URL: urls.ownerUrl,
    SMTP_URL: 'smtp://127.0.0.1:9',
    TENKEN_SECRET: 'a secret that only tests know, 32+',
    TENKEN_URL: 'http://localhost:3000',
    MAIL_FROM: 'tenken@example.jp',
    EVIDENCE_DIR: evidence,
    LOG_LEVEL: 'silent',
  });
  const drop = async () => {
    await Promise.all([dropDatabase(serverUrl, name), rm(evidence, { recursive: true, force: true })]);
  };
  return { ...urls, superUrl: superUrl.href, drop };
}
