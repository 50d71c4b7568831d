import postgres from 'postgres';
import { systemClock } from '@/adapters/clock';
import { foundTestBank, launchTestCampaign, testOutside } from '@/usecases/testing/bank-fixture';
import { startOwnDatabase } from '../own-database';
import { freePort } from '../ports';
import { buildWhenChanged } from '../product/build';
import { benchCampaignTable } from './campaign-table';
import { foundAnswers } from './founded-answers';
import { benchGapList } from './gap-list';
import { benchLaunch } from './launch';
import { fillRounds } from './many-rounds';
import { fillYears } from './many-years';
import { growthOf } from './measure';
import { benchPrefillAll } from './prefill-all';
import { benchReviewOpen } from './review-open';
import { benchSaveAnswer } from './save-answer';
import { benchSaveAnswerHttp } from './save-answer-http';
import { benchXlsx } from './xlsx';

/** Years of history behind the measured campaign; then ten times as many. */
const YEARS = 5;

const say = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`);
const tell = (line: string) => process.stderr.write(`${line}\n`);
await buildWhenChanged(tell);
const database = await startOwnDatabase('bench');
try {
  const ports = { web: database.webPort, bare: await freePort() };
  const sql = postgres(database.superUrl, { max: 1, onnotice: () => undefined });
  const asServed = postgres(database.appUrl, { max: 10, onnotice: () => undefined });
  const present = { ...testOutside(), clock: systemClock };
  const answers = await foundAnswers(database.ownerUrl, present);
  for (const row of await benchSaveAnswer(asServed, present, answers.scope, answers.lines)) say(row);
  say(await benchSaveAnswerHttp(ports, answers.sessionToken, answers.lines, tell));
  say(await benchPrefillAll(asServed, database.ownerUrl, present));
  await asServed.end();
  for (const row of await benchXlsx()) say(row);

  const outside = testOutside();
  const bank = await foundTestBank(database, { slug: 'bench', vendors: 1 });
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
  say(await benchLaunch(sql, database.ownerUrl));
  await sql.end();
} finally {
  await database.stop();
}
process.exit(0);
