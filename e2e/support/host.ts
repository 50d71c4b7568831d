import { spawnSync } from 'node:child_process';
import { expect } from '@playwright/test';

/** What the host types; the product's own command against the product that runs. */
export function host(order: readonly string[]): string {
  const { DATABASE_URL: _app, DATABASE_OWNER_URL: _owner, ...clean } = process.env;
  const done = spawnSync(process.execPath, ['--import', 'tsx', 'src/ops/tenants/main.ts', ...order], {
    env: { ...clean, DATA_DIR: process.env.E2E_DATA_FOLDER, TENKEN_URL: process.env.E2E_URL },
    encoding: 'utf8',
  });
  expect(done.stderr.replaceAll(/^npm warn.*$/gm, '').trim()).toBe('');
  return done.stdout;
}
