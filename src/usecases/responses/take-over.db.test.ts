import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reattestation } from '@/db/schema/answering';
import { auditEvent } from '@/db/schema/record';
import type { RespondentScope } from '@/db/scope';
import { type AnswerContent, EMPTY_ANSWER } from '@/domain/answer';
import { promiseGoesOn } from '@/domain/prior-answer';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { openReview } from '../reviews/open-review';
import { reopenReview } from '../reviews/reopen-review';
import { showReview } from '../reviews/show-review';
import { answerAll, doneCount, MET, submitAll } from '../testing/answers-fixture';
import { approvedYear } from '../testing/approved-year';
import { foundTestBank, launchTestCampaign, respondentOf, type TestBank, testOutside } from '../testing/bank-fixture';
import { codeOf, refusalOf } from '../testing/refusal-of';
import { underReview } from '../testing/review-steps';
import { PARTIAL } from '../testing/submitted-round';
import { keepPriorAnswers } from './keep-prior-answers';
import { openWorkspace } from './open-workspace';
import { saveAnswer } from './save-answer';
import { takeOverAnswers } from './take-over-answers';

let database: TestDatabase;
let bank: TestBank;
const outside = testOutside();
let earlier: Awaited<ReturnType<typeof approvedYear>>;

const DUE: AnswerContent = { ...PARTIAL, promised: { precision: 'day', date: '2026-11-01' } };

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 2 });
  earlier = await approvedYear(bank, outside, { 3: PARTIAL, 5: DUE });
});
afterAll(() => database.drop());

/** This year's assessment of the same service, with last year beside it. */
async function thisYear(): Promise<{ scope: RespondentScope; campaignId: string }> {
  const { campaignId, assessmentIds } = await launchTestCampaign(bank, outside, {
    serviceIds: bank.serviceIds.slice(0, 1),
    dueDate: '2027-03-31',
  });
  await copyAll(campaignId);
  return { scope: await respondentOf(bank, assessmentIds[0] ?? ''), campaignId };
}
const copyAll = (campaignId: string) => keepPriorAnswers(outside, bank.system, { campaignId });
async function itemsOf(scope: RespondentScope) {
  const { items } = await openWorkspace(outside, scope, { assessmentId: scope.assessmentId });
  return (number: string) => {
    const item = items.find((each) => each.number === number);
    if (!item) throw new Error(`no item ${number}`);
    return item;
  };
}
const takeOver = async (scope: RespondentScope, numbers: readonly string[], version?: number) => {
  const of = await itemsOf(scope);
  const items = numbers.map((number) => ({ itemId: of(number).itemId, version: version ?? of(number).version }));
  return takeOverAnswers(outside, scope, { assessmentId: scope.assessmentId, items });
};

describe('last year’s answer', () => {
  it('stands beside every item that was approved, with who wrote it', async () => {
    const { scope } = await thisYear();
    const of = await itemsOf(scope);
    expect(of('1').prior).toMatchObject({ content: MET, fiscalYear: 2026, answeredBy: '田中 涼', hindrance: null });
    expect(of('3').prior).toMatchObject({ content: PARTIAL, hindrance: null });
    expect(of('5').prior).toMatchObject({ content: DUE, hindrance: 'promise-due' });
  });

  it('is none for another service, and is forgotten when the approval is re-opened', async () => {
    const { campaignId, scope } = await thisYear();
    const other = await launchTestCampaign(bank, outside, {
      serviceIds: bank.serviceIds.slice(1),
      dueDate: '2027-03-31',
    });
    await copyAll(other.campaignId);
    const theirs = await itemsOf(await respondentOf(bank, other.assessmentIds[0] ?? ''));
    expect(theirs('1').prior).toBeNull();
    await reopenReview(outside, bank.members.approver, { assessmentId: earlier.assessmentId, reason: '再確認' });
    expect(await copyAll(campaignId)).toEqual({ done: 1, left: 0 });
    expect((await itemsOf(scope))('1').prior).toBeNull();
    expect(await copyAll(campaignId)).toEqual({ done: 0, left: 0 });
    earlier = await approvedYear(bank, outside, { 3: PARTIAL, 5: DUE });
  });
});

describe('taking over', () => {
  it('keeps many answers at once and says by whom they are unchanged', async () => {
    const { scope } = await thisYear();
    const { taken } = await takeOver(scope, ['1', '2', '3']);
    expect(taken.map(({ version, content }) => [version, content.status])).toEqual([
      [1, 'met'],
      [1, 'met'],
      [1, 'partial'],
    ]);
    const { state } = await openWorkspace(outside, scope, { assessmentId: scope.assessmentId });
    expect([await doneCount(outside, scope), state]).toEqual([3, 'answering']);
    const of = await itemsOf(scope);
    expect(of('3')).toMatchObject({ content: PARTIAL, prior: { attested: { by: '田中 涼' } } });
    const kinds = await bank.system.transaction((tx) =>
      tx
        .select({ kind: auditEvent.kind })
        .from(auditEvent)
        .where(eq(auditEvent.assessmentId, scope.assessmentId))
        .orderBy(auditEvent.seq),
    );
    expect(kinds.map(({ kind }) => kind).slice(-4)).toEqual([
      'answer.saved',
      'answer.saved',
      'answer.saved',
      'answer.reattested',
    ]);
    // Said again, nothing is written again.
    await takeOver(scope, ['1']);
    const said = await scope.transaction((tx) => tx.select().from(reattestation));
    expect(said).toHaveLength(3);
  });

  it('reaches the bank with the round: who said so, and when', async () => {
    const { scope } = await thisYear();
    await takeOver(scope, ['1']);
    const { assessmentId } = scope;
    await underReview(bank, outside, assessmentId);
    const { items } = await showReview(outside, bank.members.reviewer, { assessmentId });
    const said = (number: string) => items.find((item) => item.number === number)?.vendor?.reattested;
    expect(said('1')).toEqual({ by: '田中 涼', at: outside.clock.now() });
    expect(said('2')).toBeNull();
  });

  it('is no word about what is written afterwards', async () => {
    const { scope } = await thisYear();
    await takeOver(scope, ['1']);
    const { itemId, version } = (await itemsOf(scope))('1');
    const content = { ...MET, current: '書き直した。' };
    await saveAnswer(outside, scope, { assessmentId: scope.assessmentId, itemId, version, content });
    expect((await itemsOf(scope))('1').prior?.attested).toBeNull();
  });

  it('opens what stood unchanged the year before one by one', async () => {
    const first = await thisYear();
    await takeOver(first.scope, ['1']);
    // The year between says the same as the one before it.
    earlier = await approvedYear(bank, outside, { 3: PARTIAL, 5: DUE });
    const { scope } = await thisYear();
    expect((await itemsOf(scope))('1').prior?.hindrance).toBe('unchanged-before');
    expect(await refusalOf(takeOver(scope, ['1', '2']))).toEqual({
      code: 'prior-answer-singly',
      params: { numbers: '1、2' },
    });
    expect((await takeOver(scope, ['1'])).taken).toHaveLength(1);
  });

  it('asks what became of a promise that is due', async () => {
    const { scope } = await thisYear();
    expect(await refusalOf(takeOver(scope, ['5']))).toEqual({ code: 'prior-answer-due', params: { numbers: '5' } });
    // The passed day written again, by whatever way, is no answer to that.
    await answerAll(outside, scope, (number) => (number === '5' ? DUE : MET));
    expect((await itemsOf(scope))('5').missing).toEqual(['outcome']);
    expect(await refusalOf(submitAll(outside, scope))).toEqual({
      code: 'answers-incomplete',
      params: { numbers: '5' },
    });
    const content = promiseGoesOn(DUE, DUE);
    const promised = { precision: 'day', date: '2027-02-01' } as const;
    const { assessmentId } = scope;
    const { itemId, version } = (await itemsOf(scope))('5');
    await saveAnswer(outside, scope, { assessmentId, itemId, version, content: { ...content, promised } });
    await submitAll(outside, scope);
    await openReview(outside, bank.members.reviewer, { assessmentId });
    const { items } = await showReview(outside, bank.members.reviewer, { assessmentId });
    expect(items.find(({ number }) => number === '5')).toMatchObject({
      vendor: { content: { promised }, by: '田中 涼' },
      lastYear: { promise: { promised: DUE.promised, outcome: 'postponed' } },
    });
  });

  it('writes nothing over a colleague’s answer, nor any of many when one is stale', async () => {
    const { scope } = await thisYear();
    const of = await itemsOf(scope);
    const { itemId } = of('4');
    await saveAnswer(outside, scope, {
      assessmentId: scope.assessmentId,
      itemId,
      version: 0,
      content: { ...EMPTY_ANSWER, current: '同僚の文' },
    });
    expect(await codeOf(takeOver(scope, ['4'], 0))).toBe('stale-record');
    expect((await itemsOf(scope))('4').content.current).toBe('同僚の文');
    expect((await takeOver(scope, ['4'])).taken[0]?.version).toBe(2);
  });
});
