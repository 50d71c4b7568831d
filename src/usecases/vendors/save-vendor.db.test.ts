import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/db/new-id';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { changeCampaignState } from '../campaigns/change-campaign-state';
import { foundTestBank, launchTestCampaign, type TestBank, testOutside } from '../testing/bank-fixture';
import { codeOf, refusalOf } from '../testing/refusal-of';
import { eventKinds, NAMED, serviceIdOf, statesOf, vendorIdsOf } from '../testing/vendor-fixture';
import { archiveService } from './archive-service';
import { archiveVendor } from './archive-vendor';
import { restoreVendor } from './restore-vendor';
import { saveService } from './save-service';
import { saveVendor } from './save-vendor';
import { showVendor } from './show-vendor';

const outside = testOutside();
let database: TestDatabase;
let bank: TestBank;
let other: TestBank;

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 2 });
  other = await foundTestBank(database, { slug: 'midori', vendors: 1 });
});
afterAll(() => database.drop());

const save = (
  input: Partial<Parameters<typeof saveVendor>[2]>,
  as: TestBank['members']['operator'] = bank.members.operator,
) => saveVendor(outside, as, { ...NAMED, vendorId: null, version: null, ...input });
const show = (vendorId: string) => showVendor(outside, bank.members.viewer, { vendorId });

describe('registering a vendor', () => {
  it('keeps every fact verbatim, with a revision and an event', async () => {
    const facts = {
      name: '㈱テスト　決済',
      kana: 'ﾃｽﾄ けっさい',
      corporateNumber: '7000012050002',
      registrationNumber: '関東財務局長（電代）第１号',
      registrationBureau: '関東財務局',
      registrationCheckedOn: '2026-11-20',
      dataLocation: '東京・大阪',
      notes: '一行目\n二行目',
    };
    const { vendorId, version } = await save(facts);
    const shown = await show(vendorId);
    expect(shown.facts).toEqual({ id: vendorId, ...facts, archivedAt: null, version });
    expect(await statesOf(bank, vendorId)).toMatchObject([{ ...facts, version: 1 }]);
    expect((await eventKinds(bank)).at(-1)).toBe('vendor.registered');
    expect(shown.changes.rows[0]).toMatchObject({ noun: 'vendor', act: 'added', by: 'operator of aoba' });
  });

  it('refuses a 法人番号 whose check digit is wrong, and a blank name', async () => {
    expect(await codeOf(save({ corporateNumber: '1000012050002' }))).toBe('corporate-number-invalid');
    expect(await codeOf(save({ name: '　 ' }))).toBe('input-invalid');
  });

  it('names the vendor that has the 法人番号 already, in the same bank only', async () => {
    const taken = { code: 'corporate-number-taken', params: { vendor: '㈱テスト　決済' } };
    expect(await refusalOf(save({ corporateNumber: '7000012050002' }))).toEqual(taken);
    const [first] = await vendorIdsOf(bank);
    expect(await refusalOf(save({ vendorId: first ?? '', version: 1, corporateNumber: '7000012050002' }))).toEqual(
      taken,
    );
    expect(await codeOf(save({ corporateNumber: '7000012050002' }, other.members.operator))).toBe('done');
  });

  it('lets one of two people have a number that both register at once', async () => {
    const both = [save({ corporateNumber: '5050005005266' }), save({ corporateNumber: '5050005005266' })];
    expect((await Promise.all(both.map(codeOf))).sort()).toEqual(['corporate-number-taken', 'done']);
  });
});

describe('changing a vendor', () => {
  it('says who changed which field', async () => {
    const { vendorId } = await save({ dataLocation: '東京' });
    await save({ vendorId, version: 1, dataLocation: '大阪' }, bank.members.administrator);
    const [latest] = (await show(vendorId)).changes.rows;
    expect(latest).toMatchObject({
      act: 'changed',
      by: 'administrator of aoba',
      fields: [{ field: 'dataLocation', before: '東京', after: '大阪' }],
    });
  });

  it('lets one of two people who began with the same version save; the other is told', async () => {
    const { vendorId } = await save({});
    const both = [save({ vendorId, version: 1, notes: 'A' }), save({ vendorId, version: 1, notes: 'B' })];
    expect((await Promise.all(both.map(codeOf))).sort()).toEqual(['done', 'stale-record']);
    expect((await show(vendorId)).facts.version).toBe(2);
  });

  it('keeps its own number without being told that it is taken', async () => {
    const { vendorId } = await save({ corporateNumber: '8700110005901' });
    expect(await codeOf(save({ vendorId, version: 1, corporateNumber: '8700110005901', kana: 'ア' }))).toBe('done');
  });

  it('is closed to who only reads, and another bank’s vendor doesn’t exist, whatever else is wrong', async () => {
    for (const role of ['viewer', 'reviewer', 'approver'] as const) {
      expect(await codeOf(save({}, bank.members[role]))).toBe('not-permitted');
    }
    const [theirs] = await vendorIdsOf(other);
    for (const vendorId of [theirs ?? '', newId()]) {
      expect(await codeOf(save({ vendorId, version: 99, corporateNumber: '7000012050002' }))).toBe('not-found');
      expect(await codeOf(show(vendorId))).toBe('not-found');
    }
  });
});

describe('archiving', () => {
  it('takes a vendor away and back, once each', async () => {
    const { vendorId } = await save({});
    await archiveVendor(outside, bank.members.operator, { vendorId, version: 1 });
    expect((await show(vendorId)).facts).toMatchObject({ archivedAt: outside.clock.now(), version: 2 });
    const kinds = await eventKinds(bank);
    expect(await archiveVendor(outside, bank.members.operator, { vendorId, version: 1 })).toEqual({ version: 2 });
    expect(await eventKinds(bank)).toEqual(kinds);
    expect(await codeOf(restoreVendor(outside, bank.members.operator, { vendorId, version: 1 }))).toBe('stale-record');
    await restoreVendor(outside, bank.members.operator, { vendorId, version: 2 });
    expect((await eventKinds(bank)).slice(-2)).toEqual(['vendor.archived', 'vendor.restored']);
  });

  it('waits for the campaign that still asks the vendor, and for the service’s own', async () => {
    const [vendorId = '', untouched = ''] = await vendorIdsOf(bank);
    const serviceId = await serviceIdOf(bank, vendorId);
    const { campaignId } = await launchTestCampaign(bank, outside, { name: '2026年度 点検', serviceIds: [serviceId] });
    const refused = { code: 'vendor-in-campaign', params: { campaigns: '2026年度 点検' } };
    const archive = () => refusalOf(archiveVendor(outside, bank.members.operator, { vendorId, version: 1 }));
    const putAway = () =>
      refusalOf(archiveService(outside, bank.members.operator, { serviceId, version: 1, archived: true }));
    expect(await archive()).toEqual(refused);
    expect(await putAway()).toEqual(refused);
    expect(await codeOf(archiveVendor(outside, bank.members.operator, { vendorId: untouched, version: 1 }))).toBe(
      'done',
    );
    await changeCampaignState(outside, bank.members.operator, { campaignId, action: 'close', reason: '完了' });
    expect(await putAway()).toBe('done');
    expect(await archive()).toBe('done');
  });
});

describe('a service', () => {
  it('is added, changed, put away and taken back, each on record', async () => {
    const { vendorId } = await save({});
    const facts = {
      vendorId,
      name: '口座照会',
      apiKinds: ['reference' as const],
      criticality: 'low' as const,
      contractDate: '2025-04-01',
    };
    const operator = bank.members.operator;
    const { serviceId } = await saveService(outside, operator, { ...facts, serviceId: null, version: null });
    const change = (version: number) =>
      saveService(outside, operator, { ...facts, serviceId, version, apiKinds: ['reference', 'update'] });
    await change(1);
    expect(await codeOf(change(1))).toBe('stale-record');
    await archiveService(outside, operator, { serviceId, version: 2, archived: true });
    expect((await show(vendorId)).services).toMatchObject([{ archivedAt: outside.clock.now(), version: 3 }]);
    await archiveService(outside, operator, { serviceId, version: 3, archived: false });
    expect((await statesOf(bank, serviceId)).map((state) => state.version)).toEqual([1, 2, 3, 4]);
    expect((await eventKinds(bank)).slice(-2)).toEqual(['service.archived', 'service.restored']);
  });

  it('belongs to its vendor: named with another one it isn’t found', async () => {
    const [first = '', second = ''] = await vendorIdsOf(bank);
    const serviceId = await serviceIdOf(bank, first);
    const facts = { name: 'x', apiKinds: ['update' as const], criticality: 'low' as const, contractDate: null };
    expect(
      await codeOf(saveService(outside, bank.members.operator, { ...facts, vendorId: second, serviceId, version: 9 })),
    ).toBe('not-found');
    expect(
      await codeOf(
        saveService(outside, bank.members.operator, { ...facts, apiKinds: [], vendorId: first, serviceId, version: 2 }),
      ),
    ).toBe('input-invalid');
  });
});
