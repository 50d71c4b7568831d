import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { foldForSearch } from '@/domain/search-text';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { withdrawAssessment } from '../assessments/withdraw-assessment';
import { listGaps } from '../gaps/list-gaps';
import { decideAcceptance } from '../reviews/decide-acceptance';
import { approveTestBankAnswers } from '../testing/bank-answers-fixture';
import { foundTestBank, launchTestCampaign, type TestBank, testOutside } from '../testing/bank-fixture';
import { codeOf } from '../testing/refusal-of';
import { proposed } from '../testing/review-steps';
import { PARTIAL, submitTestRound } from '../testing/submitted-round';
import { NAMED, vendorIdsOf } from '../testing/vendor-fixture';
import { archiveVendor } from './archive-vendor';
import { listVendors } from './list-vendors';
import { saveService } from './save-service';
import { saveVendor } from './save-vendor';
import { showVendor } from './show-vendor';

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

const outside = testOutside();
let database: TestDatabase;
let bank: TestBank;
let many: TestBank;

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 0 });
  many = await foundTestBank(database, { slug: 'many', vendors: 60 });
}, 120_000);
afterAll(() => database.drop());

const EVERY = {
  search: '',
  standing: 'active',
  criticality: null,
  bureau: null,
  sort: 'kana',
  descending: false,
  page: 1,
} as const;
const list = (input: Partial<Parameters<typeof listVendors>[2]> = {}, of = bank) =>
  listVendors(outside, of.members.viewer, { ...EVERY, ...input });
const namesOf = async (input: Partial<Parameters<typeof listVendors>[2]> = {}, of = bank) =>
  (await list(input, of)).lines.map((line) => line.name);
const register = async (facts: Partial<Parameters<typeof saveVendor>[2]>) =>
  (await saveVendor(outside, bank.members.operator, { ...NAMED, vendorId: null, version: null, ...facts })).vendorId;

async function costOf(work: () => Promise<unknown>): Promise<number> {
  const before = sent.statements;
  await work();
  return sent.statements - before;
}

describe('the register', () => {
  it('is empty for a bank that begins', async () => {
    expect(await list()).toMatchObject({ total: 0, registered: 0, bureaus: [], lines: [] });
  });

  it('finds a vendor in any width, case and kana of its name, reading, numbers and services', async () => {
    const vendorId = await register({
      name: '株式会社ＡＢＣペイ',
      kana: 'ｴｰﾋﾞｰｼｰ ぺい',
      corporateNumber: '7000012050002',
      registrationNumber: '関東財務局長（電代）第12号',
    });
    await register({ name: '別会社', kana: 'ベツガイシャ' });
    await saveService(outside, bank.members.operator, {
      vendorId,
      serviceId: null,
      version: null,
      name: 'いすゞ家計簿',
      apiKinds: ['reference'],
      criticality: 'high',
      contractDate: null,
    });
    for (const search of [
      'abcペイ',
      'ａｂｃ',
      'ぺい',
      'エービーシー',
      'えーびーしー',
      '７０００',
      '電代)第１２号',
      'イスヾ',
      ' ABC ',
    ]) {
      expect(await namesOf({ search }), search).toEqual(['株式会社ＡＢＣペイ']);
      expect(foldForSearch(search)).toBe(foldForSearch(foldForSearch(search)));
    }
    expect(await namesOf({ search: "'; drop table tenant.vendor; --" })).toEqual([]);
    expect(await namesOf({ search: '%' })).toEqual([]);
  });

  it('filters by weight, bureau and standing, and says what there is to choose', async () => {
    const vendorId = await register({ name: '北の会社', kana: 'キタ', registrationBureau: '北海道財務局' });
    expect((await list()).bureaus).toEqual(['北海道財務局']);
    expect(await namesOf({ bureau: '北海道財務局' })).toEqual(['北の会社']);
    expect(await namesOf({ criticality: 'high' })).toEqual(['株式会社ＡＢＣペイ']);
    expect(await namesOf({ criticality: 'medium' })).toEqual([]);
    await archiveVendor(outside, bank.members.operator, { vendorId, version: 1 });
    expect(await namesOf({ standing: 'archived' })).toEqual(['北の会社']);
    expect(await namesOf({ bureau: '北海道財務局' })).toEqual([]);
    expect(await list({ standing: 'all' })).toMatchObject({ total: 3, registered: 3 });
  });

  it('sorts by reading and by name, both ways', async () => {
    const byKana = await namesOf({ sort: 'kana', standing: 'all' });
    expect(await namesOf({ sort: 'kana', standing: 'all', descending: true })).toEqual([...byKana].reverse());
    expect((await namesOf({ sort: 'name', standing: 'all' })).length).toBe(3);
  });

  it('is readable for every role of the bank and shows nothing of another bank', async () => {
    for (const role of ['administrator', 'operator', 'reviewer', 'approver', 'viewer'] as const) {
      expect(await codeOf(listVendors(outside, bank.members[role], EVERY))).toBe('done');
    }
    expect(await namesOf({ search: 'ABC' }, many)).toEqual([]);
  });
});

describe('pages and years', () => {
  it('pages on the server, without overlap', async () => {
    const first = await list({ page: 1 }, many);
    const second = await list({ page: 2 }, many);
    expect([first.total, first.lines.length, second.lines.length]).toEqual([60, 50, 10]);
    expect(new Set([...first.lines, ...second.lines].map((line) => line.id)).size).toBe(60);
    expect(first.lines[0]).toMatchObject({
      contact: { name: '担当 1', bounced: false },
      last: null,
      services: ['API'],
    });
  });

  it('shows and sorts by the last result, and a vendor’s page tells its years with as many gaps as the list of gaps', async () => {
    const { campaignId, assessmentIds } = await launchTestCampaign(many, outside, {
      serviceIds: many.serviceIds.slice(0, 3),
    });
    const [approved = '', gapped = '', withdrawn = ''] = assessmentIds;
    await approveTestBankAnswers(many, outside, campaignId);
    const { acceptanceId } = await proposed(many, outside, approved);
    await decideAcceptance(outside, many.members.approver, {
      assessmentId: approved,
      acceptanceId,
      decision: 'approve',
      reason: '',
    });
    await submitTestRound(many, outside, gapped, { 1: PARTIAL, 2: PARTIAL });
    await withdrawAssessment(outside, many.members.operator, { assessmentId: withdrawn, reason: '重複' });
    const states = async (descending: boolean) =>
      (await list({ sort: 'result', descending }, many)).lines.slice(0, 4).map((line) => line.last?.state ?? null);
    expect(await states(false)).toEqual(['submitted', 'withdrawn', 'approved', null]);
    expect(await states(true)).toEqual(['approved', 'withdrawn', 'submitted', null]);

    const [first = '', second = ''] = await vendorIdsOf(many);
    const kept = await showVendor(outside, many.members.viewer, { vendorId: first });
    expect(kept.assessments.rows).toMatchObject([{ state: 'approved', approvedAt: outside.clock.now(), gaps: 0 }]);
    const shown = await showVendor(outside, many.members.viewer, { vendorId: second });
    expect(shown).toMatchObject({ openGaps: 2, assessments: { total: 1, rows: [{ state: 'submitted', gaps: 2 }] } });
    const gaps = await listGaps(outside, many.members.viewer, {
      campaignId: null,
      vendorId: second,
      category: null,
      state: null,
      page: 1,
    });
    expect(gaps.total).toBe(shown.openGaps);
    expect(shown.mails.rows.map((mail) => mail.kind)).toContain('invitation');
    expect(shown.mails.rows.every((mail) => mail.recipientName === '担当 2')).toBe(true);
  });

  it('costs the same number of statements whatever the rows, in every order', async () => {
    for (const sort of ['kana', 'name', 'result'] as const) {
      const few = await costOf(() => list({ sort }));
      expect(few).toBeGreaterThan(1);
      expect(await costOf(() => list({ sort }, many))).toBe(few);
    }
  });

  it('costs the same number of statements for a vendor with years behind it and for a new one', async () => {
    const costOfVendor = (of: TestBank, vendorId: string) =>
      costOf(() => showVendor(outside, of.members.viewer, { vendorId }));
    const [old = ''] = await vendorIdsOf(many);
    const [fresh = ''] = await vendorIdsOf(bank);
    expect(await costOfVendor(many, old)).toBe(await costOfVendor(bank, fresh));
  });
});
