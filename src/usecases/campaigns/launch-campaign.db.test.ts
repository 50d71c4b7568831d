import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mail } from '@/db/schema/record';
import { Refusal } from '@/domain/refusal';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { listAssessments } from '../assessments/list-assessments';
import { foundTestBank, launchTestCampaign, type TestBank, testOutside } from '../testing/bank-fixture';
import { EVERY_ASSESSMENT } from '../testing/every-assessment';
import { createCampaign } from './create-campaign';
import { finishLaunch } from './finish-launch';
import { launchCampaign } from './launch-campaign';
import { launchTarget } from './launch-target';
import { showCampaign } from './show-campaign';

let database: TestDatabase;
let bank: TestBank;

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 4 });
});
afterAll(() => database.drop());

const draft = (part: Partial<Parameters<typeof createCampaign>[2]> = {}) => ({
  name: '定期点検',
  fiscalYear: 2026,
  referenceDate: '2026-11-30',
  editionId: bank.editionId,
  serviceIds: bank.serviceIds,
  dueDate: '2026-12-25',
  reminderDays: [3],
  overdueDays: [1],
  ...part,
});
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );

describe('launching a campaign', () => {
  it('makes one assessment, one invitation and one mail a service, and pins the 60 items', async () => {
    const outside = testOutside();
    const { campaignId, assessmentIds } = await launchTestCampaign(bank, outside);
    expect(assessmentIds).toHaveLength(4);
    const shown = await showCampaign(outside, bank.members.viewer, { campaignId });
    expect(shown).toMatchObject({ state: 'running', itemCount: 60, launchedTargets: 4, targets: 4 });
    expect(shown.bankItems).toEqual({ complete: 0, all: 15 });
    const { lines } = await listAssessments(outside, bank.members.viewer, { campaignId, ...EVERY_ASSESSMENT });
    expect(lines.every((each) => each.itemCount === 54 && each.state === 'not_started')).toBe(true);
    const mails = await bank.system.transaction((tx) => tx.select().from(mail));
    expect(new Set(mails.map((each) => each.assessmentId)).size).toBe(4);
  });

  it('starts one of two launches pressed at once', async () => {
    const outside = testOutside();
    const { campaignId } = await createCampaign(outside, bank.members.operator, draft());
    const results = await Promise.all([
      codeOf(launchCampaign(outside, bank.members.operator, { campaignId })),
      codeOf(launchCampaign(outside, bank.members.operator, { campaignId })),
    ]);
    expect(results.sort()).toEqual(['already-launched', 'done']);
  });

  it('goes on where a worker stopped, and two workers at once leave none out and make none twice', async () => {
    const outside = testOutside();
    const { campaignId } = await createCampaign(outside, bank.members.operator, draft());
    await launchCampaign(outside, bank.members.operator, { campaignId });
    expect(await launchTarget(outside, bank.system, { campaignId, atMost: 1 })).toEqual({ launched: 1, left: 3 });
    const run = async () => {
      for (let left = 1; left > 0; ) left = (await launchTarget(outside, bank.system, { campaignId, atMost: 1 })).left;
      return (await finishLaunch(outside, bank.system, { campaignId })).finished;
    };
    const finished = await Promise.all([run(), run()]);
    expect(finished.filter(Boolean)).toHaveLength(1);
    const { lines } = await listAssessments(outside, bank.members.viewer, { campaignId, ...EVERY_ASSESSMENT });
    expect(lines).toHaveLength(4);
    expect(new Set(lines.map((each) => each.vendorName)).size).toBe(4);
  });

  it('refuses a past due date, an empty choice and services of nobody', async () => {
    const outside = testOutside();
    const { operator } = bank.members;
    expect(await codeOf(createCampaign(outside, operator, draft({ dueDate: '2026-11-27' })))).toBe('due-date-past');
    const empty = await createCampaign(outside, operator, draft({ serviceIds: [] }));
    expect(await codeOf(launchCampaign(outside, operator, empty))).toBe('no-services');
    const nobody = '018f0000-0000-7000-8000-000000000000';
    expect(await codeOf(createCampaign(outside, operator, draft({ serviceIds: [nobody] })))).toBe('not-found');
    expect(await codeOf(createCampaign(outside, bank.members.viewer, draft()))).toBe('not-permitted');
  });
});
