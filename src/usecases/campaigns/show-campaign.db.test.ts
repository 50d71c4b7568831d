import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { approveTestBankAnswers } from '../testing/bank-answers-fixture';
import { foundTestBank, launchTestCampaign, type TestBank, testOutside } from '../testing/bank-fixture';
import { showCampaign } from './show-campaign';

let database: TestDatabase;
let bank: TestBank;
const outside = testOutside();

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 2 });
});
afterAll(() => database.drop());

describe('a campaign as the bank sees it', () => {
  it('counts the bank’s own answers of this campaign alone', async () => {
    const { campaignId } = await launchTestCampaign(bank, outside);
    const other = await launchTestCampaign(bank, outside);
    await approveTestBankAnswers(bank, outside, campaignId, '54');
    const seen = await showCampaign(outside, bank.members.viewer, { campaignId });
    expect(seen.bankItems).toEqual({ complete: 14, all: 15 });
    const untouched = await showCampaign(outside, bank.members.viewer, { campaignId: other.campaignId });
    expect(untouched.bankItems).toEqual({ complete: 0, all: 15 });
  });
});
