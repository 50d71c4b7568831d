import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identityTransaction } from '@/auth/doors';
import { myAssessments } from '@/auth/entry/respondent-entry';
import { introduce, requireRespondentSession, startRespondentSession } from '@/auth/respondent-session';
import type { RespondentScope } from '@/db/scope';
import type { AnswerContent } from '@/domain/answer';
import type { CalendarDate } from '@/domain/calendar-date';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { giveItems } from '../delegations/give-items';
import { listColleagues } from '../delegations/list-colleagues';
import { readCampaignTable } from '../exports/read-campaign-table';
import { keepPriorAnswers } from '../responses/keep-prior-answers';
import { openWorkspace } from '../responses/open-workspace';
import { saveAnswer } from '../responses/save-answer';
import { showReview } from '../reviews/show-review';
import { answerAll, doneCount, MET, submitAll } from '../testing/answers-fixture';
import { approvedYear } from '../testing/approved-year';
import { foundTestBank, launchTestCampaign, respondentOf, type TestBank, testOutside } from '../testing/bank-fixture';
import { PARTIAL } from '../testing/submitted-round';
import { listAssessments } from './list-assessments';

let database: TestDatabase;
let bank: TestBank;
const outside = testOutside();
const promising = (date: CalendarDate): AnswerContent => ({ ...PARTIAL, promised: { precision: 'day', date } });
const LEAD = 'contact1@aoba-vendor.example';
const DAY_MS = 86_400_000;

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 1 });
  await approvedYear(bank, outside, { 3: promising('2026-12-15'), 5: promising('2026-11-01') });
});
afterAll(() => database.drop());

async function thisYear() {
  const { campaignId, assessmentIds } = await launchTestCampaign(bank, outside, { dueDate: '2027-03-31' });
  await keepPriorAnswers(outside, bank.system, { campaignId });
  const scope = await respondentOf(bank, assessmentIds[0] ?? '');
  return { campaignId, scope };
}

/** The figure as each list gives it: the bank's table, its file, the review's head, and the lists of the respondents. */
async function figures(campaignId: string, { assessmentId }: RespondentScope) {
  const { operator, reviewer } = bank.members;
  const now = outside.clock.now();
  const search = { campaignId, filter: 'all', search: '', inChargeId: null, criticality: null, apiKind: null } as const;
  const listed = await listAssessments(outside, operator, { ...search, sort: 'vendor', descending: false, page: 1 });
  const { rows } = await readCampaignTable(outside, bank.system, { campaignId });
  const { head } = await showReview(outside, reviewer, { assessmentId });
  const respondent = async (address: string) => {
    const token = await identityTransaction(async (tx) => {
      const session = await startRespondentSession(tx, address, now);
      await introduce(tx, await requireRespondentSession(tx, session.token, now), {
        name: '田中 涼',
        department: '開発部',
      });
      return session.token;
    });
    const { assessments } = await myAssessments.run(
      {
        now,
        locale: 'ja',
        cookies: { member: null, respondent: token, browser: null },
        setCookie: () => undefined,
        wake: outside.wake,
      },
      {},
    );
    return assessments.find((line) => line.assessmentId === assessmentId)?.answeredCount;
  };
  const counts = [
    listed.lines.find(({ id }) => id === assessmentId)?.answeredCount,
    rows[0]?.answeredCount,
    head.answeredCount,
    await respondent(LEAD),
  ];
  return { counts, respondent };
}
const all = (count: number) => Array.from({ length: 4 }, () => count);

describe('progress', () => {
  it('counts no answer whose promise, and last year’s before it, have come due, wherever it is shown', async () => {
    const { campaignId, scope } = await thisYear();
    const { assessmentId } = scope;
    const standing = promising('2027-02-01');
    await answerAll(outside, scope, (number) =>
      number === '3' ? promising('2026-12-10') : number === '5' ? promising('2026-11-01') : MET,
    );
    expect((await figures(campaignId, scope)).counts).toEqual(all(53));
    const { items } = await openWorkspace(outside, scope, { assessmentId });
    const idOf = (number: string) => items.find((item) => item.number === number)?.itemId ?? '';
    const colleague = { name: '小林 舞', address: 'kobayashi@vendor.example', language: 'ja', message: '' } as const;
    await giveItems(outside, scope, { ...colleague, assessmentId, itemIds: ['3', '4', '5'].map(idOf) });
    const given = async () =>
      (await listColleagues(outside, scope, { assessmentId })).colleagues[0]?.items.filter(({ done }) => done).length;
    expect([await given(), await (await figures(campaignId, scope)).respondent(colleague.address)]).toEqual([2, 2]);
    // Nobody touched anything: the day of the other promise came.
    outside.clock.advance(20 * DAY_MS);
    expect((await figures(campaignId, scope)).counts).toEqual(all(52));
    expect([await given(), await (await figures(campaignId, scope)).respondent(colleague.address)]).toEqual([1, 1]);
    const open = (await openWorkspace(outside, scope, { assessmentId })).items;
    expect(open.filter(({ missing }) => missing.length > 0).map(({ number }) => number)).toEqual(['3', '5']);
    for (const { itemId, version } of open.filter(({ number }) => ['3', '5'].includes(number))) {
      await saveAnswer(outside, scope, { assessmentId, itemId, version, content: standing });
    }
    expect((await figures(campaignId, scope)).counts).toEqual(all(54));
    await submitAll(outside, scope);
    // What was handed in is whole, whatever day it is.
    outside.clock.advance(100 * DAY_MS);
    expect(await doneCount(outside, scope)).toBe(54);
  });
});
