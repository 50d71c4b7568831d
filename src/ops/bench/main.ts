import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { foundTestBank, launchTestCampaign, testOutside } from '@/usecases/testing/bank-fixture';
import { startCluster } from '../embedded/cluster';
import { ensureDatabase, ensureLogins, urlsOf } from '../embedded/logins';
import { migrate } from '../migrate';
import { freePort } from '../ports';
import { benchGapList } from './gap-list';
import { fillRounds } from './many-rounds';

const say = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`);
const folder = mkdtempSync(join(tmpdir(), 'tenken-bench-'));
chmodSync(folder, 0o755);
const cluster = await startCluster({ folder, port: await freePort(), superPassword: randomBytes(16).toString('hex') });
try {
  const logins = { ownerPassword: randomBytes(16).toString('hex'), appPassword: randomBytes(16).toString('hex') };
  await ensureLogins(cluster.superUrl, logins);
  await ensureDatabase(cluster.superUrl, 'bench');
  const urls = urlsOf(cluster.superUrl, 'bench', logins);
  await migrate({ ...urls, withQueue: true });
  Object.assign(process.env, {
    DATABASE_URL: urls.appUrl,
    DATABASE_OWNER_URL: urls.ownerUrl,
    SMTP_URL: 'smtp://127.0.0.1:9',
    TENKEN_SECRET: randomBytes(32).toString('hex'),
    TENKEN_URL: 'http://localhost:3000',
    MAIL_FROM: 'tenken@bench.example',
    LOG_LEVEL: 'silent',
  });
  const superUrl = new URL(cluster.superUrl);
  superUrl.pathname = '/bench';
  const sql = postgres(superUrl.href, { max: 1, onnotice: () => undefined });
  const outside = testOutside();
  const bank = await foundTestBank(urls, { slug: 'bench', vendors: 1 });
  const { campaignId } = await launchTestCampaign(bank, outside);
  await fillRounds(sql, campaignId, 1000);
  say(await benchGapList(sql, bank, outside));
  await sql.end();
} finally {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
