import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startCluster } from '../embedded/cluster';
import { ensureDatabase, ensureLogins, urlsOf } from '../embedded/logins';
import { migrate } from '../migrate';
import { freePort } from '../ports';
import { tortureLaunch } from './launch';

/**
 * `npm run torture -- --target launch [--vendors 1000] [--seed 1]`: the whole of what `npm test` runs in short. Prints a
 * JSON line; exits 1 when something was lost, done twice or not told.
 */
const { values } = parseArgs({
  options: {
    target: { type: 'string' },
    vendors: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
  },
});
if (values.target !== 'launch') {
  process.stderr.write('npm run torture -- --target launch [--vendors 1000] [--seed 1]\n');
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'tenken-torture-'));
chmodSync(folder, 0o755);
const cluster = await startCluster({ folder, port: await freePort(), superPassword: randomBytes(16).toString('hex') });
try {
  const logins = { ownerPassword: randomBytes(16).toString('hex'), appPassword: randomBytes(16).toString('hex') };
  await ensureLogins(cluster.superUrl, logins);
  await ensureDatabase(cluster.superUrl, 'torture');
  const urls = urlsOf(cluster.superUrl, 'torture', logins);
  await migrate({ ...urls, withQueue: true });
  Object.assign(process.env, {
    DATABASE_URL: urls.appUrl,
    DATABASE_OWNER_URL: urls.ownerUrl,
    SMTP_URL: 'smtp://127.0.0.1:9',
    TENKEN_SECRET: randomBytes(32).toString('hex'),
    TENKEN_URL: 'http://localhost:3000',
    MAIL_FROM: 'tenken@torture.example',
    LOG_LEVEL: 'silent',
  });
  const superUrl = new URL(cluster.superUrl);
  superUrl.pathname = '/torture';
  const report = await tortureLaunch(
    { ownerUrl: urls.ownerUrl, superUrl: superUrl.href },
    { vendors: Number(values.vendors), kills: 3, seed: Number(values.seed), withinMs: 20 * 60_000 },
  );
  process.stdout.write(`${JSON.stringify(report)}\n`);
  process.exitCode = report.problems.length === 0 ? 0 : 1;
} finally {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit();
