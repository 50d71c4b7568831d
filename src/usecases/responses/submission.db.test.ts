import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commitment, round } from '@/db/schema/review';
import type { RespondentScope } from '@/db/scope';
import { type AnswerContent, EMPTY_ANSWER } from '@/domain/answer';
import { CONFIRMATIONS } from '@/domain/confirmations';

import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { openReview } from '../reviews/open-review';
import { answerAll, MET, submitAll } from '../testing/answers-fixture';
import { foundTestBank, launchTestCampaign, respondentOf, type TestBank, testOutside } from '../testing/bank-fixture';
import { refusalOf } from '../testing/refusal-of';
import { openWorkspace } from './open-workspace';
import { saveAnswer } from './save-answer';
import { submitAssessment } from './submit-assessment';
import { takeBackSubmission } from './take-back-submission';

let database: TestDatabase;
let bank: TestBank;
const outside = testOutside();

const PARTIAL: AnswerContent = {
  ...EMPTY_ANSWER,
  status: 'partial',
  current: '一部で実施',
  measure: '全体へ広げる',
  promised: { precision: 'half', fiscalYear: 2027, half: 1 },
  person: '開発部',
};

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 1 });
});
afterAll(() => database.drop());

async function answered(contentOf?: (number: string) => AnswerContent): Promise<RespondentScope> {
  const { assessmentIds } = await launchTestCampaign(bank, outside);
  const scope = await respondentOf(bank, assessmentIds[0] ?? '');
  await answerAll(outside, scope, contentOf);
  return scope;
}

const open = (scope: RespondentScope) => openWorkspace(outside, scope, { assessmentId: scope.assessmentId });
const rowsOf = (scope: RespondentScope) =>
  bank.system.transaction(async (tx) => ({
    rounds: await tx.select().from(round).where(eq(round.assessmentId, scope.assessmentId)).orderBy(round.submittedAt),
    promises: await tx.select().from(commitment).where(eq(commitment.assessmentId, scope.assessmentId)),
  }));

describe('a submission', () => {
  it('freezes the revisions, keeps the promises, and is read-only after', async () => {
    const scope = await answered((number) => (number === '1' ? PARTIAL : MET));
    const receipt = await submitAll(outside, scope);
    expect(receipt).toMatchObject({ roundNumber: 1, afterDue: false, receiptHash: (await open(scope)).receiptHash });
    const { promises } = await rowsOf(scope);
    expect(promises).toMatchObject([{ measure: '全体へ広げる', lastDay: '2027-09-30', state: 'open' }]);
    const opened = await open(scope);
    expect(opened).toMatchObject({ state: 'submitted', notWritable: 'assessment-submitted', mayTakeBack: true });
    const [first] = opened.items;
    const late = saveAnswer(outside, scope, {
      assessmentId: scope.assessmentId,
      itemId: first?.itemId ?? '',
      version: first?.version ?? 0,
      content: { ...MET, current: '提出後の変更' },
    });
    expect(await refusalOf(late)).toMatchObject({ code: 'assessment-submitted' });
    const [frozen] = await bank.system.transaction((tx) =>
      tx.execute<{ n: number }>(
        sql`select count(*)::int as n from tenant.round_item where assessment_id = ${scope.assessmentId}`,
      ),
    );
    expect(frozen?.n).toBe(54);
  });

  it('names what is missing and submits nothing', async () => {
    const scope = await answered((number) => (number === '2' || number === '3' ? EMPTY_ANSWER : MET));
    const refused = await refusalOf(submitAll(outside, scope));
    expect(refused).toMatchObject({ code: 'answers-incomplete', params: { numbers: expect.stringMatching(/2/) } });
    expect((await rowsOf(scope)).rounds).toEqual([]);
  });

  it('is refused when a colleague changed an answer since it was read', async () => {
    const scope = await answered();
    const { receiptHash, items } = await open(scope);
    const { assessmentId } = scope;
    const [first] = items;
    await saveAnswer(outside, scope, {
      assessmentId,
      itemId: first?.itemId ?? '',
      version: first?.version ?? 0,
      content: { ...MET, current: '直前の変更' },
    });
    const submit = submitAssessment(outside, scope, {
      assessmentId,
      seen: receiptHash,
      submitterName: '田中',
      submitterDepartment: '情報セキュリティ室',
      submitterTitle: '室長',
      confirmations: [...CONFIRMATIONS],
    });
    expect(await refusalOf(submit)).toMatchObject({ code: 'stale-record' });
  });

  it('needs a name, a department, a title and each confirmation', async () => {
    const scope = await answered();
    const { receiptHash } = await open(scope);
    const whole = {
      assessmentId: scope.assessmentId,
      seen: receiptHash,
      submitterName: '田中',
      submitterDepartment: '情報セキュリティ室',
      submitterTitle: '室長',
      confirmations: [...CONFIRMATIONS],
    };
    for (const lacking of [
      { submitterName: '　' },
      { submitterDepartment: '' },
      { submitterTitle: '　' },
      { confirmations: CONFIRMATIONS.slice(1) },
    ]) {
      expect(await refusalOf(submitAssessment(outside, scope, { ...whole, ...lacking }))).toMatchObject({
        code: 'input-invalid',
      });
    }
    await submitAssessment(outside, scope, whole);
    expect((await open(scope)).rounds[0]).toMatchObject({
      submitterName: '田中',
      submitterTitle: '情報セキュリティ室　室長',
    });
  });

  it('pressed twice at once makes one round', async () => {
    const scope = await answered();
    const outcomes = await Promise.all([refusalOf(submitAll(outside, scope)), refusalOf(submitAll(outside, scope))]);
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
    expect(outcomes.find((outcome) => outcome !== 'done')).toMatchObject({ code: 'assessment-submitted' });
    expect((await rowsOf(scope)).rounds).toHaveLength(1);
  });

  it('after the due date works and says so', async () => {
    const scope = await answered();
    const late = testOutside(new Date('2026-12-28T01:00:00Z'));
    expect((await submitAll(late, scope)).afterDue).toBe(true);
    expect((await rowsOf(scope)).rounds).toMatchObject([{ afterDue: 'after_due' }]);
  });
});

describe('taking back', () => {
  it('works until the bank opens it, and the promises go with it', async () => {
    const scope = await answered((number) => (number === '1' ? PARTIAL : MET));
    await submitAll(outside, scope);
    expect(await takeBackSubmission(outside, scope, { assessmentId: scope.assessmentId })).toEqual({
      state: 'answering',
    });
    const { rounds, promises } = await rowsOf(scope);
    expect([rounds.map((each) => each.state), promises.map((each) => each.state)]).toEqual([
      ['taken_back'],
      ['superseded'],
    ]);
    await submitAll(outside, scope);
    expect((await rowsOf(scope)).promises.map((each) => each.state).toSorted()).toEqual(['open', 'superseded']);
    await openReview(outside, bank.members.reviewer, { assessmentId: scope.assessmentId });
    expect(await refusalOf(takeBackSubmission(outside, scope, { assessmentId: scope.assessmentId }))).toMatchObject({
      code: 'already-opened',
    });
  });

  it('and opening at once: one of them wins', async () => {
    const scope = await answered();
    await submitAll(outside, scope);
    const { assessmentId } = scope;
    const outcomes = await Promise.all([
      refusalOf(takeBackSubmission(outside, scope, { assessmentId })),
      refusalOf(openReview(outside, bank.members.reviewer, { assessmentId })),
    ]);
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
  });
});
