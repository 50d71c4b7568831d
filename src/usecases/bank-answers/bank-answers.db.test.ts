import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mintBankScope } from '@/auth/mint';
import { newId } from '@/db/new-id';
import { answerRevision } from '@/db/schema/answer';
import type { RespondentScope } from '@/db/scope';
import { EMPTY_ANSWER } from '@/domain/answer';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { changeCampaignState } from '../campaigns/change-campaign-state';
import { sharedBankAnswers } from '../responses/shared-bank-answers';
import { showReview } from '../reviews/show-review';
import { MET } from '../testing/answers-fixture';
import { foundTestBank, launchTestCampaign, respondentOf, type TestBank, testOutside } from '../testing/bank-fixture';
import { codeOf, refusalOf } from '../testing/refusal-of';
import { approveBankAnswers } from './approve-bank-answers';
import { listBankAnswers } from './list-bank-answers';
import { proposeBankAnswers } from './propose-bank-answers';
import { saveBankAnswer } from './save-bank-answer';

let database: TestDatabase;
let bank: TestBank;
let campaignId: string;
let assessmentIds: string[];
const outside = testOutside();
const content = (current: string) => ({ ...MET, current });

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba' });
  ({ campaignId, assessmentIds } = await launchTestCampaign(bank, outside));
});
afterAll(() => database.drop());

async function itemOf(number: string, assessmentId: string | null = null) {
  const { items } = await listBankAnswers(outside, bank.members.viewer, { campaignId, assessmentId });
  const found = items.find((item) => item.number === number);
  if (!found) throw new Error(`the bank has no item ${number}`);
  return found;
}
const save = (itemId: string, version: number, current: string, assessmentId: string | null = null) =>
  saveBankAnswer(outside, bank.members.operator, {
    campaignId,
    assessmentId,
    itemId,
    version,
    content: current === '' ? EMPTY_ANSWER : content(current),
  });
const sharedBankAnswersOf = (respondent: RespondentScope) => respondent.transaction(sharedBankAnswers);
const propose = (itemId: string, share = false, assessmentId: string | null = null) =>
  proposeBankAnswers(outside, bank.members.reviewer, { campaignId, assessmentId, items: [{ itemId, share }] });
const approve = (itemId: string, version: number, assessmentId: string | null = null, who = bank.members.approver) =>
  approveBankAnswers(outside, who, { campaignId, assessmentId, items: [{ itemId, version }] });

describe('the bank’s own answers', () => {
  it('are 15, and a stale save gets the other text back', async () => {
    const { items, may } = await listBankAnswers(outside, bank.members.operator, { campaignId, assessmentId: null });
    expect(items).toHaveLength(15);
    expect(may).toEqual({ save: true, propose: true, approve: false });
    const { itemId } = await itemOf('10');
    await save(itemId, 0, '先の文章');
    expect(await refusalOf(save(itemId, 0, '後の文章'))).toMatchObject({
      code: 'stale-save',
      params: { theirs: content('先の文章'), version: 1, by: 'operator of aoba', at: expect.any(Date) },
    });
    const results = await Promise.all([
      codeOf(save(itemId, 1, '一人目の文章')),
      codeOf(save(itemId, 1, '二人目の文章')),
    ]);
    expect(results.sort()).toEqual(['done', 'stale-save']);
    expect((await itemOf('10')).default).toMatchObject({ version: 2, standing: 'draft' });
  });

  it('are approved by another person than who wrote or proposed them, at the version proposed', async () => {
    const { itemId } = await itemOf('15');
    await save(itemId, 0, '承認される文章');
    expect(await codeOf(approve(itemId, 1))).toBe('stale-record');
    await propose(itemId);
    expect(await codeOf(propose(itemId))).toBe('nothing-to-propose');
    for (const by of ['reviewer', 'operator'] as const) {
      const { memberId, userId } = bank.members[by];
      const same = mintBankScope({
        tenantId: bank.tenantId,
        memberId,
        userId,
        name: '別の役割',
        roles: ['approver'],
        sitting: newId(),
      });
      expect(await codeOf(approve(itemId, 1, null, same)), by).toBe('four-eyes');
    }
    await save(itemId, 1, '承認を待つ間の文章');
    const results = await Promise.all([codeOf(approve(itemId, 1)), codeOf(approve(itemId, 1))]);
    expect(results.sort()).toEqual(['done', 'stale-record']);
    expect((await itemOf('15')).default).toMatchObject({
      standing: 'changed',
      content: content('承認を待つ間の文章'),
      approved: { version: 1, content: content('承認される文章'), approvedBy: 'approver of aoba' },
    });
  });

  it('may differ for one vendor; an override whose emptying is approved lets the default count again', async () => {
    const [assessmentId = '', other = ''] = assessmentIds;
    const { itemId } = await itemOf('18');
    await save(itemId, 0, '全社共通の文章');
    await propose(itemId);
    await approve(itemId, 1);
    await save(itemId, 0, 'この接続先だけの文章', assessmentId);
    const counts = async (id: string) => {
      const { items } = await showReview(outside, bank.members.viewer, { assessmentId: id });
      return items.find((item) => item.itemId === itemId)?.bank;
    };
    expect(await counts(assessmentId)).toMatchObject({ level: 'override', standing: 'draft', approved: null });
    expect(await counts(other)).toMatchObject({ level: 'default', standing: 'approved' });
    await propose(itemId, false, assessmentId);
    await approve(itemId, 1, assessmentId);
    expect(await counts(assessmentId)).toMatchObject({ approved: { content: content('この接続先だけの文章') } });
    await save(itemId, 1, '', assessmentId);
    expect(await counts(assessmentId)).toMatchObject({ level: 'override', standing: 'changed' });
    await propose(itemId, false, assessmentId);
    await approve(itemId, 2, assessmentId);
    expect(await counts(assessmentId)).toMatchObject({ level: 'default', standing: 'approved' });
    expect(await itemOf('18', assessmentId)).toMatchObject({ counts: 'default', override: { standing: 'unanswered' } });
    await save(itemId, 2, 'もう一度この接続先だけの文章', assessmentId);
    expect(await counts(assessmentId)).toMatchObject({ level: 'override', standing: 'draft', approved: null });
  });

  it('reach the vendor once approved: items for both always, the bank’s own when shared', async () => {
    const [, assessmentId = ''] = assessmentIds;
    const { items } = await listBankAnswers(outside, bank.members.viewer, { campaignId, assessmentId: null });
    const both = items.find((item) => item.answeredBy === 'both' && item.default.version === 0);
    const [shared, kept] = items.filter((item) => item.answeredBy === 'bank' && item.default.version === 0);
    const respondent = await respondentOf(bank, assessmentId);
    const readable = async () => {
      const rows = await respondent.transaction((tx) => tx.select().from(answerRevision));
      return new Set(rows.filter((row) => row.slot === 'bank').map((row) => row.itemId));
    };
    for (const item of [both, shared, kept]) {
      await save(item?.itemId ?? '', 0, '銀行の回答');
      await propose(item?.itemId ?? '', item === shared);
      expect((await readable()).has(item?.itemId ?? '')).toBe(false);
      await approve(item?.itemId ?? '', 1);
    }
    const seen = await readable();
    expect([both, shared, kept].map((item) => seen.has(item?.itemId ?? ''))).toEqual([true, true, false]);
    await save(shared?.itemId ?? '', 0, 'この接続先だけの文章', assessmentId);
    await propose(shared?.itemId ?? '', false, assessmentId);
    await approve(shared?.itemId ?? '', 1, assessmentId);
    const texts = await sharedBankAnswersOf(respondent);
    expect(texts.get(shared?.itemId ?? '')?.current).toBe('この接続先だけの文章');
  });

  it('refuse what is incomplete, not theirs, beyond their reach or in an ended campaign', async () => {
    const second = await launchTestCampaign(bank, outside);
    const { items } = await listBankAnswers(outside, bank.members.viewer, {
      campaignId: second.campaignId,
      assessmentId: null,
    });
    const itemId = items[0]?.itemId ?? '';
    const place = { campaignId: second.campaignId, assessmentId: null };
    const put = (target: typeof place | { campaignId: string; assessmentId: string }, id: string) =>
      codeOf(
        saveBankAnswer(outside, bank.members.operator, {
          ...target,
          itemId: id,
          version: 0,
          content: { ...EMPTY_ANSWER, status: 'met' },
        }),
      );
    expect(await put({ ...place, assessmentId: assessmentIds[0] ?? '' }, itemId)).toBe('not-found');
    expect(await put(place, (await itemOf('10')).itemId)).toBe('not-found');
    expect(await put(place, itemId)).toBe('done');
    expect(
      await refusalOf(
        proposeBankAnswers(outside, bank.members.operator, { ...place, items: [{ itemId, share: false }] }),
      ),
    ).toEqual({ code: 'bank-answers-incomplete', params: { numbers: String(items[0]?.number) } });
    const { items: all } = await showReview(outside, bank.members.viewer, {
      assessmentId: second.assessmentIds[0] ?? '',
    });
    const theirs = all.find((item) => item.answeredBy === 'vendor');
    expect(await put(place, theirs?.itemId ?? '')).toBe('item-not-answered-here');
    await changeCampaignState(outside, bank.members.operator, {
      campaignId: second.campaignId,
      action: 'close',
      reason: '',
    });
    expect(await put(place, items[1]?.itemId ?? '')).toBe('not-allowed-in-state');
  });
});
