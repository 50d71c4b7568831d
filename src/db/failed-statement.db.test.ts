import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '@/adapters/logger';
import { answerRevision } from '@/db/schema/answer';
import { reply } from '@/db/schema/review';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { saveAnswer } from '@/usecases/responses/save-answer';
import { MET } from '@/usecases/testing/answers-fixture';
import {
  foundTestBank,
  launchTestCampaign,
  respondentOf,
  testOutside,
  vendorItems,
} from '@/usecases/testing/bank-fixture';
import type { RespondentScope } from './scope';

const CANARY = '鍵は金庫の裏にあるという答え';
let database: TestDatabase;
let scope: RespondentScope;
let itemId: string;

beforeAll(async () => {
  database = await testDatabase();
  const bank = await foundTestBank(database, { slug: 'aoba', vendors: 1 });
  const { campaignId, assessmentIds } = await launchTestCampaign(bank, testOutside());
  scope = await respondentOf(bank, assessmentIds[0] ?? '');
  itemId = (await vendorItems(bank, campaignId))[0]?.id ?? '';
  const { assessmentId } = scope;
  await saveAnswer(testOutside(), scope, { assessmentId, itemId, version: 0, content: { ...MET, current: CANARY } });
});
afterAll(() => database.drop());

/** What the log holds of a transaction that failed, and the code that PostgreSQL gave. */
async function logged(work: Parameters<RespondentScope['transaction']>[0]): Promise<{ line: string; code: string }> {
  const lines: string[] = [];
  const log = createLogger({ write: (line) => lines.push(line) });
  try {
    await scope.transaction(work);
  } catch (err) {
    log.error({ err }, 'failed');
    return { line: lines.join(''), code: (err as { cause: { code: string } }).cause.code };
  }
  throw new Error('the statement was let through');
}

describe('a statement that failed', () => {
  it.each([
    [
      'a row that stands already',
      '23505',
      (tx) => tx.execute(sql`insert into tenant.answer select * from tenant.answer`),
    ],
    ['a row that breaks a rule', '23502', (tx) => tx.execute(sql`update tenant.answer set status = null`)],
    ['a value of another type', '22P02', (tx) => tx.execute(sql`select ${CANARY}::uuid`)],
    ['what a role may not do', '42501', (tx) => tx.update(reply).set({ body: CANARY })],
    ['what is kept for ever', '42501', (tx) => tx.update(answerRevision).set({ content: { ...MET, current: CANARY } })],
  ] satisfies [
    string,
    string,
    (tx: Parameters<Parameters<RespondentScope['transaction']>[0]>[0]) => Promise<unknown>,
  ][])('is logged with its code and its text, and tells nothing of what it carried: %s', async (_what, code, work) => {
    const failure = await logged(work);
    expect(failure.code).toBe(code);
    expect(failure.line).toMatch(/insert|update|select/);
    expect(failure.line).not.toContain(CANARY);
    expect(failure.line).not.toContain('params');
  });
});
