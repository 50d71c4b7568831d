import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { listAssessments } from '../assessments/list-assessments';
import { listGaps } from '../gaps/list-gaps';
import { foundTestBank, launchTestCampaign, type TestBank, testOutside } from '../testing/bank-fixture';
import { EVERY_ASSESSMENT } from '../testing/every-assessment';
import { PARTIAL, submitTestRound } from '../testing/submitted-round';
import { listCampaigns } from './list-campaigns';
import { showCampaign } from './show-campaign';
import { showFlightPlan } from './show-flight-plan';

const sent = vi.hoisted(() => ({ statements: 0 }));

/** The driver's own hook sees every statement that goes to the server, whoever wrote it. */
vi.mock('postgres', async (importOriginal) => {
  const { default: postgres } = await importOriginal<{ default: typeof import('postgres') }>();
  const counting = (url: string, options: Parameters<typeof postgres>[1]) =>
    postgres(url, {
      ...options,
      debug: () => {
        sent.statements += 1;
      },
    });
  return { default: counting };
});

const FEW = 2;
const MANY = 7;
const outside = testOutside();
let database: TestDatabase;
let few: { bank: TestBank; campaignId: string };
let many: { bank: TestBank; campaignId: string };

/** A bank whose every vendor has submitted with one gap. */
async function reviewedBank(slug: string, vendors: number) {
  const bank = await foundTestBank(database, { slug, vendors });
  const { campaignId, assessmentIds } = await launchTestCampaign(bank, outside);
  for (const assessmentId of assessmentIds) await submitTestRound(bank, outside, assessmentId, { 1: PARTIAL });
  return { bank, campaignId };
}

beforeAll(async () => {
  database = await testDatabase();
  few = await reviewedBank('few', FEW);
  many = await reviewedBank('many', MANY);
}, 120_000);
afterAll(() => database.drop());

async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const before = sent.statements;
  await work();
  return sent.statements - before;
}

const ALL_GAPS = { vendorId: null, category: null, state: null, page: 1 } as const;

describe('what a page costs', () => {
  it('is counted over data that differs', async () => {
    const rowsOf = async (of: typeof few) => {
      const gaps = await listGaps(outside, of.bank.members.viewer, { campaignId: of.campaignId, ...ALL_GAPS });
      const shown = await showCampaign(outside, of.bank.members.viewer, { campaignId: of.campaignId });
      return [gaps.total, shown.assessmentCount];
    };
    expect(await rowsOf(few)).toEqual([FEW, FEW]);
    expect(await rowsOf(many)).toEqual([MANY, MANY]);
  });

  it.each([
    ['a campaign', showCampaign],
    ['a flight plan', showFlightPlan],
  ] as const)('is the same number of statements for %s of few vendors and of many', async (_, show) => {
    const cost = ({ bank, campaignId }: typeof few) =>
      statementsOf(() => show(outside, bank.members.viewer, { campaignId }));
    const costOfFew = await cost(few);
    expect(costOfFew).toBeGreaterThan(1);
    expect(await cost(many)).toBe(costOfFew);
  });

  it('is the same number of statements for the table of few vendors and of many', async () => {
    const cost = ({ bank, campaignId }: typeof few) =>
      statementsOf(() =>
        listAssessments(outside, bank.members.viewer, { campaignId, ...EVERY_ASSESSMENT, sort: 'gaps' }),
      );
    const costOfFew = await cost(few);
    expect(costOfFew).toBeGreaterThan(1);
    expect(await cost(many)).toBe(costOfFew);
  });

  it('is the same number of statements for the gaps of few vendors and of many', async () => {
    const cost = ({ bank, campaignId }: typeof few) =>
      statementsOf(() => listGaps(outside, bank.members.viewer, { campaignId, ...ALL_GAPS }));
    const costOfFew = await cost(few);
    expect(costOfFew).toBeGreaterThan(1);
    expect(await cost(many)).toBe(costOfFew);
  });

  it('is the same number of statements for the list with one campaign and with two', async () => {
    const cost = () => statementsOf(() => listCampaigns(outside, many.bank.members.viewer, { page: 1 }));
    const withOne = await cost();
    expect(withOne).toBeGreaterThan(1);
    await launchTestCampaign(many.bank, outside, { name: '臨時点検' });
    expect(await cost()).toBe(withOne);
  });
});
