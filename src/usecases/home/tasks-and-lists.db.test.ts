import { eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/db/new-id';
import { assessment } from '@/db/schema/campaign';
import { mail } from '@/db/schema/record';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { readAssessmentSearch } from '@/screens/bank/campaigns/assessment-search';
import { readGapFilter } from '@/screens/bank/gaps/gap-search';
import { TASK_KINDS, type Task, tasksOf } from '@/screens/bank/home/tasks';
import { readQuestionFilter } from '@/screens/bank/questions/question-search';
import { listAssessments } from '../assessments/list-assessments';
import { listBankAnswers } from '../bank-answers/list-bank-answers';
import { proposeBankAnswers } from '../bank-answers/propose-bank-answers';
import { saveBankAnswer } from '../bank-answers/save-bank-answer';
import { changeCampaignState } from '../campaigns/change-campaign-state';
import { createCampaign } from '../campaigns/create-campaign';
import { listCampaigns } from '../campaigns/list-campaigns';
import { listServices } from '../campaigns/list-services';
import { listGaps } from '../gaps/list-gaps';
import { askQuestion } from '../questions/ask-question';
import { listQuestions } from '../questions/list-questions';
import { MET } from '../testing/answers-fixture';
import { askForLink } from '../testing/ask-for-link';
import {
  foundTestBank,
  launchTestCampaign,
  respondentOf,
  type TestBank,
  testOutside,
  vendorItems,
} from '../testing/bank-fixture';
import { proposed, underReview } from '../testing/review-steps';
import { PARTIAL, submitTestRound } from '../testing/submitted-round';
import { showToday } from './show-today';

const outside = testOutside();
/** Past the due date and past what was promised. */
const later = testOutside(new Date('2029-03-01T10:00:00+09:00'));
let database: TestDatabase;
let bank: TestBank;

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 9 });
  // Last year: closed with two promises that have since run out.
  const past = await launchTestCampaign(bank, outside, { name: '前回' });
  for (const assessmentId of past.assessmentIds.slice(0, 2)) {
    await submitTestRound(bank, outside, assessmentId, { 1: PARTIAL });
  }
  await changeCampaignState(outside, bank.members.operator, {
    campaignId: past.campaignId,
    action: 'close',
    reason: '年度末',
  });
  outside.clock.advance(60_000);
  // This year: something of every state, some of it in the reviewer's charge, two with mails that came back.
  const { campaignId, assessmentIds } = await launchTestCampaign(bank, outside);
  const [a = '', b = '', c = '', d = '', e = '', f = '', g = ''] = assessmentIds;
  await proposed(bank, outside, a);
  await proposed(bank, outside, b);
  await underReview(bank, outside, c, { 1: PARTIAL });
  await submitTestRound(bank, outside, d, { 1: PARTIAL, 2: PARTIAL });
  for (const assessmentId of [b, e, f]) await askForLink(bank, assessmentId, outside.clock.now());
  await bank.system.transaction(async (tx) => {
    await tx
      .update(mail)
      .set({ state: 'failed', failure: '550' })
      .where(inArray(mail.assessmentId, [d, f]));
    await tx
      .update(assessment)
      .set({ inChargeId: bank.members.reviewer.memberId })
      .where(inArray(assessment.id, [a, d, f, g]));
  });
  // Two vendors ask, one of them in the reviewer's charge; what a third asked lapses with its withdrawal.
  const [item] = await vendorItems(bank, campaignId);
  for (const assessmentId of [b, g, g, e]) {
    const asker = await respondentOf(bank, assessmentId);
    await askQuestion(outside, asker, { assessmentId, itemId: item?.id ?? '', text: newId() });
  }
  await bank.system.transaction((tx) => tx.update(assessment).set({ state: 'withdrawn' }).where(eq(assessment.id, e)));
  const place = { campaignId, assessmentId: null };
  const { items } = await listBankAnswers(outside, bank.members.operator, place);
  for (const { itemId, default: standing } of items.slice(0, 3)) {
    await saveBankAnswer(outside, bank.members.operator, {
      ...place,
      itemId,
      version: standing.version,
      content: MET,
    });
  }
  await proposeBankAnswers(outside, bank.members.operator, {
    ...place,
    items: items.slice(0, 2).map(({ itemId }) => ({ itemId, share: false })),
  });
  await createCampaign(outside, bank.members.operator, {
    name: '準備中',
    fiscalYear: 2027,
    referenceDate: '2027-11-30',
    editionId: bank.editionId,
    serviceIds: bank.serviceIds.slice(0, 4),
    dueDate: '2027-12-24',
    reminderDays: [],
    overdueDays: [],
  });
}, 120_000);
afterAll(() => database.drop());

const everyRole = ['administrator', 'operator', 'reviewer', 'approver'] as const;

async function tasksFor(mine: boolean): Promise<Task[]> {
  const list = await listCampaigns(later, bank.members.reviewer, { page: 1 });
  const today = await showToday(later, bank.members.reviewer, { mine });
  const watched = [...list.campaigns, ...(list.latestClosed ? [list.latestClosed] : [])];
  return tasksOf(watched, today.campaigns, { roles: everyRole, inCharge: mine ? today.readerId : null });
}

/** How many rows the page behind a task's link shows, with its address read as that page reads it. */
async function behind({ href, kind, campaign }: Task): Promise<number> {
  const url = new URL(href, 'https://own.invalid');
  const given = Object.fromEntries(url.searchParams);
  const base = `/campaigns/${campaign.id}`;
  if (url.pathname === base) {
    const { inCharge, criticality, apiKind, ...chosen } = readAssessmentSearch(given);
    const { total, lines } = await listAssessments(later, bank.members.reviewer, {
      campaignId: campaign.id,
      ...chosen,
      inChargeId: inCharge || null,
      criticality: criticality || null,
      apiKind: apiKind || null,
    });
    expect(lines).toHaveLength(total);
    return total;
  }
  if (url.pathname === '/gaps') {
    const { campaign: campaignId, vendor, category, state } = readGapFilter(given);
    const { total, gaps } = await listGaps(later, bank.members.reviewer, {
      campaignId: campaignId || null,
      vendorId: vendor || null,
      category: category || null,
      state: state || null,
      page: 1,
    });
    expect(gaps).toHaveLength(total);
    return total;
  }
  if (url.pathname === '/questions') {
    const { campaign: campaignId, inCharge, state } = readQuestionFilter(given);
    const { total, questions } = await listQuestions(later, bank.members.reviewer, {
      campaignId: campaignId || null,
      inChargeId: inCharge || null,
      state: state === 'all' ? null : state,
      page: 1,
    });
    expect(questions).toHaveLength(total);
    return total;
  }
  if (url.pathname === `${base}/bank-answers`) {
    const place = { campaignId: campaign.id, assessmentId: null };
    const { items } = await listBankAnswers(later, bank.members.reviewer, place);
    return items.filter(({ default: each }) => (kind === 'bank_open' ? !each.complete : each.proposal !== null)).length;
  }
  if (url.pathname === `${base}/launch`) {
    const { lines } = await listServices(later, bank.members.operator, {
      campaignId: campaign.id,
      search: '',
      criticality: null,
      apiKind: null,
      lastResult: null,
      chosen: 'chosen',
      wave: null,
      page: 1,
    });
    return lines.length;
  }
  throw new Error(`no list is known behind ${href}`);
}

describe('what waits today', () => {
  it.each([false, true])('is as many as the list behind each link shows (mine: %s)', async (mine) => {
    const tasks = await tasksFor(mine);
    const counted = tasks.map(({ kind, href, count }) => ({ kind, href, count }));
    const listed = await Promise.all(
      tasks.map(async (task) => ({ kind: task.kind, href: task.href, count: await behind(task) })),
    );
    expect(listed).toEqual(counted);
  });

  it('is of every kind here, with counts that differ by who is in charge', async () => {
    const all = await tasksFor(false);
    expect([...new Set(all.map((task) => task.kind))].toSorted()).toEqual([...TASK_KINDS].toSorted());
    const own = await tasksFor(true);
    const countOf = (tasks: readonly Task[], kind: string) => tasks.find((task) => task.kind === kind)?.count;
    const kinds = ['trouble', 'link_request', 'review', 'approval', 'question'];
    expect(kinds.map((kind) => countOf(all, kind))).toEqual([2, 2, 2, 2, 3]);
    expect(kinds.map((kind) => countOf(own, kind))).toEqual([2, 1, 1, 1, 2]);
  });
});
