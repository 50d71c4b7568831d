import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vendor, vendorContact } from '@/db/schema/bank';
import { assessment } from '@/db/schema/campaign';
import { mail } from '@/db/schema/record';
import { ASSESSMENT_FILTERS, ASSESSMENT_SORTS } from '@/domain/assessment-search';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { showCampaign } from '../campaigns/show-campaign';
import { reissueInvitation } from '../invitations/reissue-invitation';
import { foundTestBank, launchTestCampaign, type TestBank, testOutside } from '../testing/bank-fixture';
import { EVERY_ASSESSMENT } from '../testing/every-assessment';
import { refusalOf } from '../testing/refusal-of';
import { PARTIAL, submitTestRound } from '../testing/submitted-round';
import { listAssessments } from './list-assessments';
import { listMatching } from './list-matching';

const outside = testOutside();
let database: TestDatabase;
let bank: TestBank;
let campaignId: string;
let assessmentIds: readonly string[];

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 4 });
  ({ campaignId, assessmentIds } = await launchTestCampaign(bank, outside));
  const [first = '', second = '', third = '', fourth = ''] = assessmentIds;
  await submitTestRound(bank, outside, first, { 1: PARTIAL, 2: PARTIAL });
  await submitTestRound(bank, outside, second, { 1: PARTIAL });
  const [row] = await bank.system.transaction((tx) => tx.select().from(assessment).where(eq(assessment.id, third)));
  await bank.system.transaction(async (tx) => {
    await tx
      .update(vendor)
      .set({ name: 'ＡＢＣペイ株式会社', kana: 'エービーシーペイ' })
      .where(eq(vendor.id, row?.vendorId ?? ''));
    await tx.update(assessment).set({ inChargeId: bank.members.reviewer.memberId }).where(eq(assessment.id, third));
    await tx.update(mail).set({ state: 'failed', failure: '550' }).where(eq(mail.assessmentId, fourth));
  });
}, 120_000);
afterAll(() => database.drop());

type View = Partial<Omit<Parameters<typeof listAssessments>[2], 'campaignId'>>;
const look = (view: View = {}) =>
  listAssessments(outside, bank.members.viewer, { campaignId, ...EVERY_ASSESSMENT, ...view });
const idsOf = async (view: View) => (await look(view)).lines.map((line) => line.id);

describe('the table of a campaign', () => {
  it('finds a vendor by its name or reading, whatever the width, case and kana', async () => {
    const third = assessmentIds[2];
    expect(await idsOf({ search: 'abcペイ' })).toEqual([third]);
    expect(await idsOf({ search: 'ｴｰﾋﾞｰｼｰ' })).toEqual([third]);
    expect(await idsOf({ search: 'えーびーしーぺい' })).toEqual([third]);
    expect(await idsOf({ search: '%' })).toEqual([]);
  });

  it('counts for each filter exactly the lines that the filter lists', async () => {
    for (const filter of ASSESSMENT_FILTERS) {
      const { counts, total, lines } = await look({ filter });
      expect(lines).toHaveLength(counts[filter]);
      expect(total).toBe(counts[filter]);
    }
    expect((await look()).counts).toMatchObject({ all: 4, review: 2, unopened: 2, trouble: 1, overdue: 0 });
  });

  it('orders by each column, both ways, without losing a line', async () => {
    for (const sort of ASSESSMENT_SORTS) {
      const up = await idsOf({ sort });
      expect(new Set(up)).toEqual(new Set(assessmentIds));
      expect(new Set(await idsOf({ sort, descending: true }))).toEqual(new Set(up));
    }
    expect((await idsOf({ sort: 'gaps', descending: true })).slice(0, 2)).toEqual(assessmentIds.slice(0, 2));
  });

  it('shows claims of submitted rounds only', async () => {
    const byId = new Map((await look()).lines.map((line) => [line.id, line]));
    expect(byId.get(assessmentIds[0] ?? '')?.claims).toEqual({ unmet: 0, partial: 2, gaps: 2 });
    expect(byId.get(assessmentIds[3] ?? '')).toMatchObject({ claims: null, troubled: true });
  });

  it('flags who is known to get no mail while answers are owed, and no longer once the contact is right again', async () => {
    const contacts = (set: { bouncedAt: Date | null }) =>
      bank.system.transaction((tx) => tx.update(vendorContact).set(set));
    const before = (await look()).counts.trouble;
    await contacts({ bouncedAt: outside.clock.now() });
    const flagged = await look({ filter: 'trouble' });
    const owing = (await look()).lines.filter(({ state }) => ['not_started', 'answering', 'returned'].includes(state));
    expect(new Set(flagged.lines.map(({ id }) => id))).toEqual(new Set(owing.map(({ id }) => id)));
    expect(flagged.lines.length).toBeGreaterThan(before);
    await contacts({ bouncedAt: null });
    expect((await look()).counts.trouble).toBe(before);
  });

  it('narrows by the person in charge', async () => {
    expect(await idsOf({ inChargeId: bank.members.reviewer.memberId })).toEqual([assessmentIds[2]]);
  });

  it('says overdue from the closing time of the due date on, and only of who still owes', async () => {
    const { dueDate, closingTime } = await showCampaign(outside, bank.members.viewer, { campaignId });
    const later = testOutside(new Date(`${dueDate}T${closingTime}:01+09:00`));
    const at = await listAssessments(later, bank.members.viewer, {
      campaignId,
      ...EVERY_ASSESSMENT,
      filter: 'overdue',
    });
    expect(at.lines.map((line) => line.id).toSorted()).toEqual(assessmentIds.slice(2).toSorted());
    const before = testOutside(new Date(`${dueDate}T${closingTime}:00+09:00`));
    const onTime = await listAssessments(before, bank.members.viewer, { campaignId, ...EVERY_ASSESSMENT });
    expect(onTime.counts.overdue).toBe(0);
  });

  it('is the mails that need a look which the campaign counts, too', async () => {
    const { troubled } = await showCampaign(outside, bank.members.viewer, { campaignId });
    expect(troubled).toMatchObject({ total: 1, mails: [{ assessmentId: assessmentIds[3], failure: '550' }] });
  });

  it('needs no look any more at a mail that failed under a link which another has replaced', async () => {
    const [, , , assessmentId = ''] = assessmentIds;
    await reissueInvitation(outside, bank.members.operator, { assessmentId, contact: null });
    expect((await look()).counts.trouble).toBe(0);
    expect((await showCampaign(outside, bank.members.viewer, { campaignId })).troubled.total).toBe(0);
  });

  it('does not exist for another bank', async () => {
    const other = await foundTestBank(database, { slug: 'midori', vendors: 1 });
    const asked = listAssessments(outside, other.members.viewer, { campaignId, ...EVERY_ASSESSMENT });
    expect(await refusalOf(asked)).toEqual({ code: 'not-found', params: {} });
  });
});

describe('choosing all that match', () => {
  it('is what the table lists under the same view', async () => {
    const { page: _page, ...view } = EVERY_ASSESSMENT;
    for (const filter of ASSESSMENT_FILTERS) {
      const { lines } = await listMatching(outside, bank.members.operator, { campaignId, ...view, filter });
      expect(lines.map((line) => line.id)).toEqual(await idsOf({ filter }));
    }
  });
});
