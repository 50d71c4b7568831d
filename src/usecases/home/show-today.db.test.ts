import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assessment } from '@/db/schema/campaign';
import { mail } from '@/db/schema/record';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { listAssessments } from '../assessments/list-assessments';
import { askForLink } from '../testing/ask-for-link';
import { foundTestBank, launchTestCampaign, type TestBank, testOutside } from '../testing/bank-fixture';
import { EVERY_ASSESSMENT } from '../testing/every-assessment';
import { submitTestRound } from '../testing/submitted-round';
import { showToday } from './show-today';

const outside = testOutside();
/** After the due date: everybody who has not submitted is overdue. */
const later = testOutside(new Date('2027-03-01T10:00:00+09:00'));
let database: TestDatabase;
let bank: TestBank;
let campaignId: string;
let assessmentIds: readonly string[];

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 4 });
  ({ campaignId, assessmentIds } = await launchTestCampaign(bank, outside));
  const [first = '', second = '', third = ''] = assessmentIds;
  await submitTestRound(bank, outside, first);
  await askForLink(bank, second, outside.clock.now());
  await bank.system.transaction(async (tx) => {
    await tx.update(mail).set({ state: 'failed', failure: '550' }).where(eq(mail.assessmentId, second));
    await tx.update(assessment).set({ inChargeId: bank.members.reviewer.memberId }).where(eq(assessment.id, third));
  });
}, 60_000);
afterAll(() => database.drop());

const FILTERS = [
  ['trouble', 'trouble'],
  ['link_request', 'linkRequests'],
  ['overdue', 'overdue'],
  ['review', 'review'],
  ['approval', 'approval'],
] as const;

describe('what needs somebody today', () => {
  it.each([false, true])('counts what the lists behind it list (mine: %s)', async (mine) => {
    const { campaigns, readerId } = await showToday(later, bank.members.reviewer, { mine });
    expect(campaigns.map((each) => each.campaignId)).toEqual([campaignId]);
    for (const [filter, counted] of FILTERS) {
      const listed = await listAssessments(later, bank.members.reviewer, {
        campaignId,
        ...EVERY_ASSESSMENT,
        inChargeId: mine ? readerId : null,
        filter,
      });
      expect(campaigns[0]?.[counted].count).toBe(listed.total);
      expect(campaigns[0]?.[counted].names).toEqual(listed.lines.map((line) => line.vendorName));
    }
  });

  it('is one submission to review, one bounced mail, one link asked for and three vendors past the due date', async () => {
    const [today] = (await showToday(later, bank.members.operator, { mine: false })).campaigns;
    expect(today).toMatchObject({
      trouble: { count: 1 },
      linkRequests: { count: 1 },
      overdue: { count: 3 },
      review: { count: 1 },
      approval: { count: 0, names: [] },
      bankItems: { open: 15, proposed: 0, all: 15 },
      upcoming: [],
    });
    expect(today?.stages.find(({ state }) => state === 'submitted')?.vendors).toMatchObject([{ id: assessmentIds[0] }]);
  });

  it('shows what is ahead with the vendors that still owe', async () => {
    const [today] = (await showToday(outside, bank.members.viewer, { mine: false })).campaigns;
    expect(today?.upcoming.length).toBeGreaterThan(1);
    expect(today?.upcoming.every(({ owing }) => owing === 3)).toBe(true);
  });

  it('shows another bank nothing of it', async () => {
    const other = await foundTestBank(database, { slug: 'midori', vendors: 1 });
    expect((await showToday(outside, other.members.viewer, { mine: false })).campaigns).toEqual([]);
  });
});
