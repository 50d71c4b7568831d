import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { commentItem } from '@/usecases/reviews/comment-item';
import { decideAcceptance } from '@/usecases/reviews/decide-acceptance';
import { returnRound } from '@/usecases/reviews/return-round';
import { approveTestBankAnswers } from '@/usecases/testing/bank-answers-fixture';
import { foundTestBank, launchTestCampaign, type TestBank, vendorItems } from '@/usecases/testing/bank-fixture';
import { proposed, underReview } from '@/usecases/testing/review-steps';
import { PARTIAL } from '@/usecases/testing/submitted-round';
import { mailsOf, type TestBench, testBench } from '../bench.fixture';
import { sweepCampaign } from './sweep-campaign';

let database: TestDatabase;
let bank: TestBank;
let bench: TestBench;

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 2 });
  bench = await testBench(new Date('2026-11-27T01:00:00Z'));
});
afterAll(async () => {
  await bench.end();
  await database.drop();
});

/** What the person got last. */
const last = (address: string) => bench.arrived(address).at(-1);

describe('the mails of a submission', () => {
  it('carry the vendor’s copy, the bank’s requests with the new date, and go nowhere else', async () => {
    const { campaignId, assessmentIds } = await launchTestCampaign(bank, bench.outside);
    const [assessmentId = '', other = ''] = assessmentIds;
    const [item] = await vendorItems(bank, campaignId);
    await bench.drain();
    const place = await underReview(bank, bench.outside, assessmentId, { 1: PARTIAL });
    const sweep = () => sweepCampaign(bench, { tenantId: bank.tenantId, campaignId });
    await sweep();
    await bench.drain();
    const [first] = await mailsOf(bank, assessmentId);
    const address = first?.address ?? '';
    const receipt = last(address);
    expect(receipt?.subject).toContain('【受領】');
    expect(receipt?.text).toContain('田中 涼');
    expect(receipt?.text).toContain('室長');

    const reviewer = bank.members.reviewer;
    await commentItem(bench.outside, reviewer, {
      ...place,
      itemId: item?.id ?? '',
      body: '残りの機器の台数をお知らせください。',
      version: 0,
    });
    bench.outside.wakes.length = 0;
    await returnRound(bench.outside, reviewer, { ...place, dueDate: '2027-01-15', message: '一点だけお願いします。' });
    expect(bench.outside.wakes.map((job) => job.kind)).toEqual(['campaign.sweep']);
    await bench.drain();
    const back = last(address);
    expect(back?.subject).toContain('【差戻し】');
    for (const words of ['残りの機器の台数', '一点だけ', '1月15日']) expect(back?.text).toContain(words);
    await sweep();
    await bench.drain();
    const kinds = (await mailsOf(bank, assessmentId)).map((row) => `${row.kind} ${row.state}`);
    expect(kinds).toEqual(['invitation sent', 'receipt sent', 'submitted_notice sent', 'return sent']);
    expect((await mailsOf(bank, other)).map((row) => row.kind)).toEqual(['invitation']);
  });

  it('tell of the acceptance once', async () => {
    const { campaignId, assessmentIds } = await launchTestCampaign(bank, bench.outside);
    await approveTestBankAnswers(bank, bench.outside, campaignId);
    const { assessmentId, acceptanceId } = await proposed(bank, bench.outside, assessmentIds[0] ?? '');
    await decideAcceptance(bench.outside, bank.members.approver, {
      assessmentId,
      acceptanceId,
      decision: 'approve',
      reason: '',
    });
    await bench.drain();
    await sweepCampaign(bench, { tenantId: bank.tenantId, campaignId });
    await bench.drain();
    const rows = (await mailsOf(bank, assessmentId)).filter((row) => row.kind === 'acceptance');
    expect(rows.map((row) => row.state)).toEqual(['sent']);
    expect(last(rows[0]?.address ?? '')?.text).toContain('承認');
  });
});
