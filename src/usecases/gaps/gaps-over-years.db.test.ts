import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assessment } from '@/db/schema/campaign';
import type { AnswerContent, AnswerStatus } from '@/domain/answer';
import { isGap, isOpenGap, type Verdict } from '@/domain/gap';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { listAssessments } from '../assessments/list-assessments';
import { changeCampaignState } from '../campaigns/change-campaign-state';
import { listCampaigns } from '../campaigns/list-campaigns';
import { copyEdition } from '../checklists/copy-edition';
import { publishEdition } from '../checklists/publish-edition';
import { removeMapping } from '../checklists/remove-mapping';
import { saveEdition } from '../checklists/save-edition';
import { saveMapping } from '../checklists/save-mapping';
import { showEdition } from '../checklists/show-edition';
import { readCampaignTable } from '../exports/read-campaign-table';
import { takeBackSubmission } from '../responses/take-back-submission';
import { judgeItems } from '../reviews/judge-items';
import { openReview } from '../reviews/open-review';
import { reopenReview } from '../reviews/reopen-review';
import { approvedYear } from '../testing/approved-year';
import {
  foundTestBank,
  launchTestCampaign,
  respondentOf,
  type TestBank,
  testOutside,
  vendorItems,
} from '../testing/bank-fixture';
import { EVERY_ASSESSMENT } from '../testing/every-assessment';
import { codeOf } from '../testing/refusal-of';
import { PARTIAL, submitTestRound } from '../testing/submitted-round';
import { showVendor } from '../vendors/show-vendor';
import { gapRows } from './gap-rows';
import { listGaps } from './list-gaps';
import { showGapHistory } from './show-gap-history';

let database: TestDatabase;
const outside = testOutside();
const EVERYTHING = { campaignId: null, vendorId: null, category: null, state: null, page: 1 };
const LATER: AnswerContent = { ...PARTIAL, promised: { precision: 'half', fiscalYear: 2028, half: 2 } };

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** A campaign over all services, launched a day after the one before. */
async function year(bank: TestBank, name: string, serviceIds = bank.serviceIds) {
  outside.clock.advance(86_400_000);
  const { campaignId, assessmentIds } = await launchTestCampaign(bank, outside, {
    name,
    serviceIds,
    dueDate: '2027-03-31',
  });
  return { campaignId, assessmentId: assessmentIds[0] ?? '', assessmentIds };
}

const close = (bank: TestBank, campaignId: string, action: 'close' | 'reopen' = 'close') =>
  changeCampaignState(outside, bank.members[action === 'close' ? 'operator' : 'approver'], {
    campaignId,
    action,
    reason: '年度末',
  });

/** Campaign and 通番 of every line, in the order of the numbers. */
async function lines(bank: TestBank) {
  const { gaps } = await listGaps(outside, bank.members.viewer, EVERYTHING);
  return gaps.map((gap) => `${gap.campaignName} ${gap.number}`).toSorted();
}

async function itemOf(bank: TestBank, campaignId: string, number: string): Promise<string> {
  const item = (await vendorItems(bank, campaignId)).find((each) => each.number === number);
  return item?.id ?? '';
}

/** The bank's edition copied, its items changed and published. */
async function editionOf(
  bank: TestBank,
  change: (items: Awaited<ReturnType<typeof showEdition>>['content']['items']) => typeof items,
) {
  const { operator, approver } = bank.members;
  const { editionId } = await copyEdition(outside, operator, { editionId: bank.editionId, title: '次の版' });
  const { content, version } = await showEdition(outside, operator, { editionId });
  const { id: _, ...edition } = content;
  const saved = await saveEdition(outside, operator, {
    editionId,
    version,
    edition: { ...edition, items: change(edition.items.map((item) => ({ ...item, id: item.id ?? item.number }))) },
  });
  await publishEdition(outside, approver, { editionId, version: saved.version });
  return editionId;
}

/** Holds what the database calls a gap, and an open one, against the domain: claim by claim, over every year. */
async function expectAsTheDomain(bank: TestBank) {
  const { claims, found } = await bank.system.transaction(async (tx) => ({
    claims: await tx.execute<Claim>(sql`
      select r.id as "roundId", i.item_id as "itemId", a.service_id as service, l.lineage_id as lineage, v.status,
        j.value as verdict, (select count(*)::int from tenant.campaign k, tenant.campaign own where own.id = a.campaign_id
          and (k.reference_date, k.created_at, k.id) < (own.reference_date, own.created_at, own.id)) as place
      from tenant.round r
      join tenant.assessment a on a.id = r.assessment_id
      join tenant.round_item i on i.round_id = r.id and i.slot = 'vendor'
      join tenant.answer_revision v on v.id = i.revision_id
      join tenant.item_lineage l on l.id = i.item_id
      left join tenant.verdict j on j.round_id = r.id and j.item_id = i.item_id
      where r.state <> 'taken_back'`),
    found: await tx.execute<{ roundId: string; itemId: string; open: boolean }>(
      sql`select round_id as "roundId", item_id as "itemId", open from (${gapRows(sql`true`)}) gap`,
    ),
  }));
  const keyOf = (row: { roundId: string; itemId: string }) => `${row.roundId} ${row.itemId}`;
  const gaps = claims.filter(({ status, verdict }) => isGap(status, verdict));
  expect(found.map(keyOf).toSorted()).toEqual(gaps.map(keyOf).toSorted());
  const open = gaps.filter((gap) => {
    const newer = claims.filter(
      ({ service, lineage, place }) => service === gap.service && lineage === gap.lineage && place > gap.place,
    );
    return isOpenGap(
      gap.status,
      gap.verdict,
      newer.map(() => ({ asked: true, submitted: true })),
    );
  });
  expect(
    found
      .filter((row) => row.open)
      .map(keyOf)
      .toSorted(),
  ).toEqual(open.map(keyOf).toSorted());
}

type Claim = {
  roundId: string;
  itemId: string;
  service: string;
  lineage: string;
  status: AnswerStatus;
  verdict: Verdict | null;
  place: number;
};

describe('gaps over the years', () => {
  it('stay last year’s until this year’s round is submitted, and are listed once from then on', async () => {
    const bank = await foundTestBank(database, { slug: 'aoba', vendors: 2 });
    const last = await year(bank, '前回');
    for (const id of last.assessmentIds) await submitTestRound(bank, outside, id, { 1: PARTIAL, 2: PARTIAL });
    await close(bank, last.campaignId);
    const now = await year(bank, '今回');
    expect(await lines(bank)).toEqual(['前回 1', '前回 1', '前回 2', '前回 2']);
    await submitTestRound(bank, outside, now.assessmentId, { 1: LATER, 3: PARTIAL });
    expect(await lines(bank)).toEqual(['今回 1', '今回 3', '前回 1', '前回 2']);
    const { gaps, total, sums } = await listGaps(outside, bank.members.viewer, EVERYTHING);
    expect([total, sums.planned]).toEqual([4, 4]);
    const of = (name: string) => gaps.find((gap) => `${gap.campaignName} ${gap.number}` === name);
    expect(of('今回 1')?.before).toMatchObject({
      campaignName: '前回',
      claim: 'partial',
      promise: { measure: PARTIAL.measure, promised: PARTIAL.promised, outcome: 'postponed' },
    });
    expect(of('今回 3')?.before).toMatchObject({ claim: 'met', promise: null });
    expect(of('前回 1')?.before).toBeNull();
    await expectAsTheDomain(bank);
  });

  it('are counted once by every figure: list, vendor, years, table and file', async () => {
    const bank = await foundTestBank(database, { slug: 'midori', vendors: 1 });
    const last = await year(bank, '前回');
    await submitTestRound(bank, outside, last.assessmentId, { 1: PARTIAL, 2: PARTIAL });
    await close(bank, last.campaignId);
    const now = await year(bank, '今回');
    await submitTestRound(bank, outside, now.assessmentId, { 1: PARTIAL });
    const { total, gaps } = await listGaps(outside, bank.members.viewer, EVERYTHING);
    expect(total).toBe(1);
    const [row] = await bank.system.transaction((tx) =>
      tx.select().from(assessment).where(eq(assessment.id, now.assessmentId)),
    );
    const shown = await showVendor(outside, bank.members.viewer, { vendorId: row?.vendorId ?? '' });
    expect(shown.openGaps).toBe(total);
    expect(shown.assessments.rows.map((each) => each.gaps)).toEqual([1, 0]);
    const { campaigns, latestClosed } = await listCampaigns(outside, bank.members.viewer, { page: 1 });
    expect([campaigns[0]?.gaps, latestClosed?.gaps]).toEqual([1, 0]);
    const table = (campaignId: string) =>
      listAssessments(outside, bank.members.viewer, { ...EVERY_ASSESSMENT, campaignId });
    expect((await table(last.campaignId)).lines[0]?.claims).toEqual({ unmet: 0, partial: 2, gaps: 0 });
    expect((await table(now.campaignId)).lines[0]?.claims).toEqual({ unmet: 0, partial: 1, gaps: 1 });
    const file = await readCampaignTable(outside, bank.system, { campaignId: last.campaignId });
    expect(file.rows[0]?.gaps).toBe(0);
    expect(gaps.map((gap) => gap.campaignName)).toEqual(['今回']);
  });

  it('come back when the newer submission is taken back', async () => {
    const bank = await foundTestBank(database, { slug: 'kita', vendors: 1 });
    const last = await year(bank, '前回');
    await submitTestRound(bank, outside, last.assessmentId, { 1: PARTIAL });
    const now = await year(bank, '今回');
    await submitTestRound(bank, outside, now.assessmentId);
    expect(await lines(bank)).toEqual([]);
    await takeBackSubmission(outside, await respondentOf(bank, now.assessmentId), { assessmentId: now.assessmentId });
    expect(await lines(bank)).toEqual(['前回 1']);
    await expectAsTheDomain(bank);
  });

  it('are the bank’s verdict too: an answer found insufficient takes the place of last year’s promise', async () => {
    const bank = await foundTestBank(database, { slug: 'minami', vendors: 1 });
    const last = await year(bank, '前回');
    await submitTestRound(bank, outside, last.assessmentId, { 1: PARTIAL });
    const now = await year(bank, '今回');
    const roundId = await submitTestRound(bank, outside, now.assessmentId);
    await openReview(outside, bank.members.reviewer, { assessmentId: now.assessmentId });
    const itemId = await itemOf(bank, now.campaignId, '1');
    await judgeItems(outside, bank.members.reviewer, {
      assessmentId: now.assessmentId,
      roundId,
      judgements: [{ itemId, verdict: 'insufficient', reason: '確認できません。', version: 0 }],
    });
    const { gaps } = await listGaps(outside, bank.members.viewer, EVERYTHING);
    expect(gaps.map((gap) => [gap.campaignName, gap.claim, gap.before?.promise?.outcome])).toEqual([
      ['今回', 'met', 'ahead'],
    ]);
    const later = testOutside(new Date('2029-03-01T10:00:00+09:00'));
    const [missed] = (await listGaps(later, bank.members.viewer, EVERYTHING)).gaps;
    expect(missed?.before?.promise?.outcome).toBe('missed');
    await expectAsTheDomain(bank);
  });

  it('keep a line for an item that this year does not ask, and for one asked of other kinds of API only', async () => {
    const bank = await foundTestBank(database, { slug: 'higashi', vendors: 1 });
    const last = await year(bank, '前回');
    await submitTestRound(bank, outside, last.assessmentId, { 1: PARTIAL, 2: PARTIAL, 3: PARTIAL });
    const editionId = await editionOf(bank, (items) =>
      items
        .filter((item) => item.number !== '2')
        .map((item) => (item.number === '3' ? { ...item, onlyForApiKinds: ['update' as const] } : item)),
    );
    const now = await year({ ...bank, editionId }, '今回');
    await submitTestRound(bank, outside, now.assessmentId);
    expect(await lines(bank)).toEqual(['前回 2', '前回 3']);
    // A year later it is asked again: the gap of the year before last is answered past the year between.
    const again = await year(bank, '次回');
    await submitTestRound(bank, outside, again.assessmentId, { 2: PARTIAL });
    expect(await lines(bank)).toEqual(['次回 2']);
    const [gap] = (await listGaps(outside, bank.members.viewer, EVERYTHING)).gaps;
    expect(gap?.before).toMatchObject({ campaignName: '前回', promise: { outcome: 'ahead' } });
    await expectAsTheDomain(bank);
  });

  it('follow an item over editions by its text, by its id and by hand, also when somebody pairs them afterwards', async () => {
    const bank = await foundTestBank(database, { slug: 'nishi', vendors: 1 });
    const last = await year(bank, '前回');
    await submitTestRound(bank, outside, last.assessmentId, { 1: PARTIAL, 2: PARTIAL, 3: PARTIAL });
    const editionId = await editionOf(bank, (items) =>
      items.map((item) => {
        const numbered = { ...item, number: `甲-${item.number}` };
        if (item.number === '2') return { ...numbered, objective: `${item.objective}（改）` };
        return item.number === '3' ? { ...numbered, id: 'new', objective: '別の言い方で尋ねる' } : numbered;
      }),
    );
    const now = await year({ ...bank, editionId }, '今回');
    await submitTestRound(bank, outside, now.assessmentId, { '甲-1': PARTIAL });
    expect(await lines(bank)).toEqual(['今回 甲-1', '前回 3']);
    const pair = { fromEditionId: bank.editionId, toEditionId: editionId };
    const { mappingId } = await saveMapping(outside, bank.members.operator, {
      ...pair,
      fromItemId: '3',
      toItemId: 'new',
    });
    expect(await lines(bank)).toEqual(['今回 甲-1']);
    await expectAsTheDomain(bank);
    await removeMapping(outside, bank.members.operator, { mappingId });
    expect(await lines(bank)).toEqual(['今回 甲-1', '前回 3']);
    await expectAsTheDomain(bank);
  });

  it('stay in the history of their item, however it was answered since', async () => {
    const bank = await foundTestBank(database, { slug: 'hoku', vendors: 1 });
    const last = await year(bank, '前回');
    await submitTestRound(bank, outside, last.assessmentId, { 1: PARTIAL });
    const now = await year(bank, '今回');
    await submitTestRound(bank, outside, now.assessmentId);
    const place = { assessmentId: now.assessmentId, itemId: await itemOf(bank, now.campaignId, '1') };
    const { years } = await showGapHistory(outside, bank.members.viewer, place);
    expect(
      years.map(({ campaignName, claim, promise, outcome, open }) => ({ campaignName, claim, promise, outcome, open })),
    ).toEqual([
      { campaignName: '今回', claim: 'met', promise: null, outcome: null, open: false },
      {
        campaignName: '前回',
        claim: 'partial',
        promise: { measure: PARTIAL.measure, person: PARTIAL.person, promised: PARTIAL.promised },
        outcome: 'kept',
        open: false,
      },
    ]);
    const then = { assessmentId: last.assessmentId, itemId: await itemOf(bank, last.campaignId, '1') };
    expect((await showGapHistory(outside, bank.members.viewer, then)).years).toEqual(years);
    expect(await codeOf(showGapHistory(outside, bank.members.viewer, { ...then, itemId: place.itemId }))).toBe(
      'not-found',
    );
  });

  it('are looked for no further back than a year with one, once closed, and anew when something is opened again', async () => {
    const bank = await foundTestBank(database, { slug: 'tozai', vendors: 1 });
    const first = await approvedYear(bank, outside, { 1: PARTIAL, 2: PARTIAL });
    const settled = async () => {
      const rows = await bank.system.transaction((tx) => tx.select().from(assessment).orderBy(assessment.createdAt));
      return rows.map((row) => row.gapsSettled);
    };
    await close(bank, first.campaignId);
    expect(await settled()).toEqual([false]);
    const second = await approvedYear(bank, outside, { 2: PARTIAL });
    // Answered, but in a campaign that still runs.
    expect(await settled()).toEqual([false, false]);
    await close(bank, second.campaignId);
    expect(await settled()).toEqual([true, false]);
    expect(await listGaps(outside, bank.members.viewer, EVERYTHING)).toMatchObject({ total: 1 });
    await expectAsTheDomain(bank);
    await close(bank, second.campaignId, 'reopen');
    expect(await settled()).toEqual([false, false]);
    await close(bank, second.campaignId);
    expect(await settled()).toEqual([true, false]);
    await reopenReview(outside, bank.members.approver, { assessmentId: first.assessmentId, reason: '再確認' });
    expect(await settled()).toEqual([false, false]);
  }, 60_000);
});
