import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/db/new-id';
import type { BankScope } from '@/db/scope';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { approveTestBankAnswers } from '../testing/bank-answers-fixture';
import { foundTestBank, launchTestCampaign, type TestBank, testOutside } from '../testing/bank-fixture';
import { codeOf, refusalOf } from '../testing/refusal-of';
import { acceptItems, underReview } from '../testing/review-steps';
import { PARTIAL, submitTestRound } from '../testing/submitted-round';
import { commentItem } from './comment-item';
import { decideAcceptance } from './decide-acceptance';
import { judgeItems } from './judge-items';
import { noteItem } from './note-item';
import { openReview } from './open-review';
import { proposeAcceptance } from './propose-acceptance';
import { reopenReview } from './reopen-review';
import { returnRound } from './return-round';
import { showReview } from './show-review';

let database: TestDatabase;
let bank: TestBank;
let campaignId: string;
let waiting: string[];
const outside = testOutside();

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 6 });
  const launched = await launchTestCampaign(bank, outside);
  campaignId = launched.campaignId;
  waiting = [...launched.assessmentIds];
  await approveTestBankAnswers(bank, outside, campaignId);
});
afterAll(() => database.drop());

const next = () => waiting.shift() ?? '';
const look = (assessmentId: string, who: BankScope = bank.members.viewer) => showReview(outside, who, { assessmentId });

describe('a review', () => {
  it('goes from the submission over a return to the approval', async () => {
    const assessmentId = next();
    expect(await look(assessmentId)).toMatchObject({ round: null, progress: { toJudge: 0 } });
    await submitTestRound(bank, outside, assessmentId, { 3: PARTIAL });
    const before = await look(assessmentId, bank.members.reviewer);
    expect(before.head).toMatchObject({ state: 'submitted', openedAt: null, roundNumber: 1 });
    expect(before.may).toMatchObject({ open: true, judge: false, return: false, withdraw: false });
    expect(before.items).toHaveLength(60);
    expect(before.progress).toMatchObject({ toJudge: 54, judged: 0, bankUnapproved: [] });
    const roundId = before.round?.id ?? '';
    await openReview(outside, bank.members.reviewer, { assessmentId });
    const place = { assessmentId, roundId };

    const third = before.items.find((item) => item.number === '3');
    expect(third).toMatchObject({ gap: 'planned', commitment: { lastDay: '2027-09-30' }, previous: null });
    await acceptItems(bank, outside, place, ['3']);
    await judgeItems(outside, bank.members.reviewer, {
      ...place,
      judgements: [{ itemId: third?.itemId ?? '', verdict: 'insufficient', reason: '台数が不明です。', version: 0 }],
    });
    await commentItem(outside, bank.members.reviewer, {
      ...place,
      itemId: third?.itemId ?? '',
      body: '残りの台数をお知らせください。',
      version: 0,
    });
    outside.wakes.length = 0;
    await returnRound(outside, bank.members.reviewer, {
      ...place,
      dueDate: '2027-01-15',
      message: '1点お願いします。',
    });
    expect(outside.wakes).toEqual([{ kind: 'campaign.sweep', payload: { tenantId: bank.tenantId, campaignId } }]);
    const returned = await look(assessmentId);
    expect(returned.head).toMatchObject({ state: 'returned', roundNumber: 2, dueDate: '2027-01-15', openedAt: null });
    expect(returned.round).toMatchObject({ state: 'returned', returnMessage: '1点お願いします。' });
    expect(returned.items.find((item) => item.number === '3')).toMatchObject({
      verdict: { value: 'insufficient', released: true },
      comment: { released: true },
    });

    const second = await submitTestRound(bank, outside, assessmentId);
    await openReview(outside, bank.members.reviewer, { assessmentId });
    const again = await look(assessmentId);
    expect(again.earlierRounds.map((round) => round.number)).toEqual([1]);
    expect(again.items.find((item) => item.number === '3')).toMatchObject({
      verdict: null,
      gap: null,
      previous: { roundNumber: 1, content: { status: 'partial' }, verdict: 'insufficient' },
    });
    expect(again.items.find((item) => item.number === '1')?.previous).toMatchObject({
      content: null,
      verdict: 'accepted',
    });
    await acceptItems(bank, outside, { assessmentId, roundId: second });
    const { acceptanceId } = await proposeAcceptance(outside, bank.members.reviewer, {
      assessmentId,
      roundId: second,
      summary: '対応を確認しました。',
    });
    expect((await look(assessmentId, bank.members.reviewer)).may.approve).toBe(false);
    expect((await look(assessmentId, bank.members.approver)).may).toMatchObject({ approve: true, reject: true });
    const decision = { assessmentId, acceptanceId, decision: 'approve' as const, reason: '問題ありません。' };
    await decideAcceptance(outside, bank.members.approver, decision);
    const approved = await look(assessmentId, bank.members.approver);
    expect(approved).toMatchObject({
      head: { state: 'approved' },
      round: { state: 'approved', number: 2 },
      acceptance: { state: 'approved', proposedBy: 'reviewer of aoba', decidedBy: 'approver of aoba' },
      may: { reopen: true, approve: false, withdraw: false },
    });
    expect(approved.items.filter((item) => item.verdict?.released)).toHaveLength(54);

    expect(await codeOf(reopenReview(outside, bank.members.approver, { assessmentId, reason: ' ' }))).toBe(
      'reason-missing',
    );
    await reopenReview(outside, bank.members.approver, { assessmentId, reason: '新たな事象があったため' });
    const reopened = await look(assessmentId, bank.members.reviewer);
    expect(reopened).toMatchObject({
      head: { state: 'in_review' },
      acceptance: {
        state: 'reopened',
        decidedBy: 'approver of aoba',
        reason: '問題ありません。',
        reopened: { by: 'approver of aoba', reason: '新たな事象があったため' },
      },
      may: { return: true },
    });
    expect(reopened.items.some((item) => item.verdict?.released)).toBe(false);
    const twice = await proposeAcceptance(outside, bank.members.reviewer, {
      assessmentId,
      roundId: second,
      summary: '',
    });
    await decideAcceptance(outside, bank.members.approver, { ...decision, acceptanceId: twice.acceptanceId });
    expect((await look(assessmentId)).earlierAcceptances).toMatchObject([{ state: 'reopened' }]);
  });

  it('opens once, by a reviewer', async () => {
    const assessmentId = next();
    expect(await codeOf(openReview(outside, bank.members.reviewer, { assessmentId }))).toBe('not-allowed-in-state');
    await submitTestRound(bank, outside, assessmentId);
    const results = await Promise.all([
      codeOf(openReview(outside, bank.members.reviewer, { assessmentId })),
      codeOf(openReview(outside, bank.members.reviewer, { assessmentId })),
    ]);
    expect(results.sort()).toEqual(['done', 'not-allowed-in-state']);
    expect(await codeOf(openReview(outside, bank.members.operator, { assessmentId }))).toBe('not-permitted');
  });

  it('judges many at once or none: a stale judgement names its 通番, 不足 its missing reason', async () => {
    const place = await underReview(bank, outside, next());
    const { items } = await look(place.assessmentId);
    const [first, second] = items.filter((item) => item.vendor !== null);
    const judge = (judgements: { itemId: string | undefined; verdict: 'insufficient' | null; version: number }[]) =>
      refusalOf(
        judgeItems(outside, bank.members.reviewer, {
          ...place,
          judgements: judgements.map((each) => ({ ...each, itemId: each.itemId ?? '', reason: '' })),
        }),
      );
    expect(await judge([{ itemId: first?.itemId, verdict: 'insufficient', version: 0 }])).toMatchObject({
      code: 'reason-missing',
    });
    await acceptItems(bank, outside, place);
    expect(
      await judge([
        { itemId: second?.itemId, verdict: null, version: 1 },
        { itemId: first?.itemId, verdict: null, version: 0 },
      ]),
    ).toEqual({ code: 'stale-record', params: { numbers: String(first?.number) } });
    expect((await look(place.assessmentId)).progress.judged).toBe(54);
    expect(await judge([{ itemId: first?.itemId, verdict: null, version: 1 }])).toBe('done');
    expect(await refusalOf(proposeAcceptance(outside, bank.members.reviewer, { ...place, summary: '' }))).toEqual({
      code: 'verdicts-incomplete',
      params: { numbers: String(first?.number) },
    });
    const own = items.find((item) => item.answeredBy === 'bank');
    expect(await judge([{ itemId: own?.itemId, verdict: null, version: 0 }])).toMatchObject({
      code: 'item-not-answered-here',
    });
    expect(await judge([{ itemId: newId(), verdict: null, version: 0 }])).toMatchObject({ code: 'not-found' });
  });

  it('keeps both texts of a comment, and returns nothing without one', async () => {
    const place = await underReview(bank, outside, next());
    const { items } = await look(place.assessmentId);
    const itemId = items.find((item) => item.vendor !== null)?.itemId ?? '';
    const back = (dueDate: string) =>
      codeOf(returnRound(outside, bank.members.reviewer, { ...place, dueDate, message: '' }));
    expect(await back('2027-01-15')).toBe('comments-missing');
    const say = (body: string, version: number) =>
      commentItem(outside, bank.members.reviewer, { ...place, itemId, body, version });
    await say('一つ目', 0);
    expect(await refusalOf(say('二つ目', 0))).toMatchObject({
      code: 'stale-save',
      params: { theirs: '一つ目', version: 1, by: 'reviewer of aoba' },
    });
    await say(' ', 1);
    expect(await back('2027-01-15')).toBe('comments-missing');
    await say('三つ目', 2);
    expect(await back('2026-11-27')).toBe('due-date-past');
    expect(await back('2027-01-15')).toBe('done');
    expect(await codeOf(say('四つ目', 3))).toBe('not-allowed-in-state');
  });

  it('takes the round of another assessment for none', async () => {
    const mine = await underReview(bank, outside, next());
    const roundId = await submitTestRound(bank, outside, next());
    const itemId = (await look(mine.assessmentId)).items[0]?.itemId ?? '';
    expect(await codeOf(noteItem(outside, bank.members.reviewer, { ...mine, roundId, itemId, body: '行内限り' }))).toBe(
      'not-found',
    );
  });
});
