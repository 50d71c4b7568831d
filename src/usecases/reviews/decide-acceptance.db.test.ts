import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mintBankScope } from '@/auth/mint';
import { newId } from '@/db/new-id';
import type { BankScope } from '@/db/scope';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { saveBankAnswer } from '../bank-answers/save-bank-answer';
import { MET } from '../testing/answers-fixture';
import { approveTestBankAnswers } from '../testing/bank-answers-fixture';
import { foundTestBank, launchTestCampaign, type TestBank, testOutside } from '../testing/bank-fixture';
import { codeOf, refusalOf } from '../testing/refusal-of';
import { proposed } from '../testing/review-steps';
import { decideAcceptance } from './decide-acceptance';
import { showReview } from './show-review';

let database: TestDatabase;
let bank: TestBank;
const outside = testOutside();

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 2 });
});
afterAll(() => database.drop());

const look = (assessmentId: string, who: BankScope = bank.members.viewer) => showReview(outside, who, { assessmentId });

describe('an acceptance', () => {
  it('is approved by another person only, whatever the role, and once', async () => {
    const launched = await launchTestCampaign(bank, outside);
    await approveTestBankAnswers(bank, outside, launched.campaignId);
    const { assessmentId, acceptanceId } = await proposed(bank, outside, launched.assessmentIds[0] ?? '');
    const { reviewer } = bank.members;
    const sameAsApprover = mintBankScope({
      tenantId: bank.tenantId,
      memberId: reviewer.memberId,
      userId: reviewer.userId,
      name: '別の役割',
      roles: ['approver'],
      sitting: newId(),
    });
    const decide = (who: BankScope, decision: 'approve' | 'reject') =>
      codeOf(decideAcceptance(outside, who, { assessmentId, acceptanceId, decision, reason: '確認が足りないため' }));
    expect(await decide(reviewer, 'approve')).toBe('not-permitted');
    expect(await decide(sameAsApprover, 'approve')).toBe('four-eyes');
    expect((await look(assessmentId, sameAsApprover)).may.approve).toBe(false);
    const results = await Promise.all([
      decide(bank.members.approver, 'approve'),
      decide(bank.members.approver, 'reject'),
    ]);
    expect(results.sort()).toEqual(['already-decided', 'done']);
    const { acceptance } = await look(assessmentId);
    expect(['approved', 'rejected']).toContain(acceptance?.state);
    expect(
      await refusalOf(
        decideAcceptance(outside, bank.members.approver, {
          assessmentId,
          acceptanceId,
          decision: 'approve',
          reason: '',
        }),
      ),
    ).toEqual({ code: 'already-decided', params: { by: 'approver of aoba', decision: acceptance?.state } });
  });

  it('names the bank’s own items that hinder an approval, and pins what was approved', async () => {
    const other = await launchTestCampaign(bank, outside, { serviceIds: bank.serviceIds.slice(1, 2) });
    const { assessmentId, acceptanceId } = await proposed(bank, outside, other.assessmentIds[0] ?? '');
    await approveTestBankAnswers(bank, outside, other.campaignId, '10');
    const approve = { assessmentId, acceptanceId, decision: 'approve' as const, reason: '' };
    expect(await refusalOf(decideAcceptance(outside, bank.members.approver, approve))).toEqual({
      code: 'bank-items-unapproved',
      params: { numbers: '10' },
    });
    expect((await look(assessmentId)).progress.bankUnapproved).toEqual(['10']);
    await approveTestBankAnswers(bank, outside, other.campaignId);
    await decideAcceptance(outside, bank.members.approver, approve);
    const tenth = (await look(assessmentId)).items.find((item) => item.number === '10');
    await saveBankAnswer(outside, bank.members.operator, {
      campaignId: other.campaignId,
      assessmentId: null,
      itemId: tenth?.itemId ?? '',
      version: tenth?.bank?.version ?? 0,
      content: { ...MET, current: '後から直しました。' },
    });
    expect((await look(assessmentId)).items.find((item) => item.number === '10')?.bank).toMatchObject({
      standing: 'changed',
      content: { current: '後から直しました。' },
      approved: { version: 1, content: { current: MET.current } },
    });
  });
});
