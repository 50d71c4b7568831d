import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { systemClock } from '@/adapters/clock';
import { foundTestBank, launchTestCampaign, testOutside } from '@/usecases/testing/bank-fixture';
import { startCluster } from '../embedded/cluster';
import { ensureDatabase, ensureLogins, urlsOf } from '../embedded/logins';
import { migrate } from '../migrate';
import { freePort } from '../ports';
import { buildWhenChanged } from '../product/build';
import { benchCampaignTable } from './campaign-table';
import { foundAnswers } from './founded-answers';
import { benchGapList } from './gap-list';
import { benchLaunch } from './launch';
import { fillRounds } from './many-rounds';
import { fillYears } from './many-years';
import { growthOf } from './measure';
import { benchReviewOpen } from './review-open';
import { benchSaveAnswer } from './save-answer';
import { benchSaveAnswerHttp } from './save-answer-http';

/** Years of history behind the measured campaign; then ten times as many. */
const YEARS = 5;

const say = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`);
const tell = (line: string) => process.stderr.write(`${line}\n`);
await buildWhenChanged(tell);
const folder = mkdtempSync(join(tmpdir(), 'tenken-bench-'));
chmodSync(folder, 0o755);
const cluster = await startCluster({ folder, port: await freePort(), superPassword: randomBytes(16).toString('hex') });
try {
  const logins = { ownerPassword: randomBytes(16).toString('hex'), appPassword: randomBytes(16).toString('hex') };
  await ensureLogins(cluster.superUrl, logins);
  await ensureDatabase(cluster.superUrl, 'bench');
  const urls = urlsOf(cluster.superUrl, 'bench', logins);
  await migrate({ ...urls, withQueue: true });
  const ports = { web: await freePort(), bare: await freePort() };
  Object.assign(process.env, {
    DATABASE_URL: urls.appUrl,
    DATABASE_OWNER_URL: urls.ownerUrl,
    SMTP_URL: 'smtp://127.0.0.1:9',
    TENKEN_SECRET: randomBytes(32).toString('hex'),
    TENKEN_URL: `http://localhost:${ports.web}`,
    MAIL_FROM: 'tenken@bench.example',
    LOG_LEVEL: 'silent',
  });
  const superUrl = new URL(cluster.superUrl);
  superUrl.pathname = '/bench';
  const sql = postgres(superUrl.href, { max: 1, onnotice: () => undefined });
  const asServed = postgres(urls.appUrl, { max: 10, onnotice: () => undefined });
  const present = { ...testOutside(), clock: systemClock };
  const answers = await foundAnswers(urls.ownerUrl, present);
  for (const row of await benchSaveAnswer(asServed, present, answers.scope, answers.lines)) say(row);
  say(await benchSaveAnswerHttp(ports, answers.sessionToken, answers.lines, tell));
  await asServed.end();

  const outside = testOutside();
  const bank = await foundTestBank(urls, { slug: 'bench', vendors: 1 });
  const { campaignId } = await launchTestCampaign(bank, outside);
  const { assessmentId } = await fillRounds(sql, campaignId, 1000);
  say(await benchGapList(sql, bank, outside));
  await fillYears(sql, campaignId, { from: 1, count: YEARS });
  const table = await benchCampaignTable(sql, bank, campaignId, outside);
  const review = await benchReviewOpen(sql, bank, assessmentId, outside);
  say(table);
  say(review);
  await fillYears(sql, campaignId, { from: 1 + YEARS, count: 9 * YEARS });
  const name = { table: 'campaign-table-growth', review: 'review-open-growth' };
  say(growthOf(name.table, table, await benchCampaignTable(sql, bank, campaignId, outside)));
  say(growthOf(name.review, review, await benchReviewOpen(sql, bank, assessmentId, outside)));
  say(await benchLaunch(sql, urls.ownerUrl));
  await sql.end();
} finally {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
