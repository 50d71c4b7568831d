import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { foundTestBank, launchTestCampaign, type TestBank, testOutside } from '../testing/bank-fixture';
import { PARTIAL, submitTestRound } from '../testing/submitted-round';
import { changeCampaignState } from './change-campaign-state';
import { listCampaigns } from './list-campaigns';

let database: TestDatabase;
let bank: TestBank;
const outside = testOutside();

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 1 });
});
afterAll(() => database.drop());

async function closedCampaign(name: string, gaps: 1 | 2) {
  const { campaignId, assessmentIds } = await launchTestCampaign(bank, outside, { name });
  const contents: Record<string, typeof PARTIAL> = gaps === 1 ? { 1: PARTIAL } : { 1: PARTIAL, 2: PARTIAL };
  await submitTestRound(bank, outside, assessmentIds[0] ?? '', contents);
  await changeCampaignState(outside, bank.members.operator, { campaignId, action: 'close', reason: '年度末' });
  outside.clock.advance(60_000);
}

describe('the list of years', () => {
  it('counts the gaps of the newest closed campaign now, and shows older ones as they were closed', async () => {
    await closedCampaign('前々回', 2);
    await closedCampaign('前回', 1);
    const later = testOutside(new Date('2029-01-10T01:00:00Z'));
    const { campaigns, past, latestClosed } = await listCampaigns(later, bank.members.viewer, { page: 1 });
    expect(campaigns).toEqual([]);
    expect(latestClosed).toEqual(past.campaigns[0]);
    expect(past.campaigns.map(({ name, gaps, overdueGaps }) => ({ name, gaps, overdueGaps }))).toEqual([
      { name: '前回', gaps: 1, overdueGaps: 1 },
      { name: '前々回', gaps: 2, overdueGaps: null },
    ]);
  });
});
