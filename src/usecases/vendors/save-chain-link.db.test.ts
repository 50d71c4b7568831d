import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/db/new-id';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { foundTestBank, type TestBank, testOutside } from '../testing/bank-fixture';
import { codeOf } from '../testing/refusal-of';
import { eventKinds, statesOf, vendorIdsOf } from '../testing/vendor-fixture';
import { endChainLink } from './end-chain-link';
import { saveChainLink } from './save-chain-link';
import { showVendor } from './show-vendor';

const outside = testOutside();
let database: TestDatabase;
let bank: TestBank;
let other: TestBank;
let vendorIds: string[];

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 3 });
  other = await foundTestBank(database, { slug: 'midori', vendors: 1 });
  vendorIds = await vendorIdsOf(bank);
});
afterAll(() => database.drop());

const FACTS = {
  kind: 'subcontractor',
  corporateNumber: null,
  task: '運用',
  dataLocation: '国内',
  notifiedOn: '2026-10-01',
  acceptedOn: null,
} as const;

const saveFor =
  (of: TestBank) =>
  async (vendorId: string, name: string, parentId: string | null, held?: { chainLinkId: string; version: number }) =>
    (
      await saveChainLink(outside, of.members.operator, {
        ...FACTS,
        vendorId,
        name,
        parentId,
        chainLinkId: held?.chainLinkId ?? null,
        version: held?.version ?? null,
      })
    ).chainLinkId;
const save = (...args: Parameters<ReturnType<typeof saveFor>>) => saveFor(bank)(...args);
const end = (chainLinkId: string, version: number, endedOn: string | null) =>
  endChainLink(outside, bank.members.operator, { chainLinkId, version, endedOn });
const chainOf = async (vendorId: string) => (await showVendor(outside, bank.members.viewer, { vendorId })).chain;

describe('the companies behind a vendor', () => {
  it('stand in tiers, each with its dates, on record', async () => {
    const [vendorId = ''] = vendorIds;
    const first = await save(vendorId, '一次', null);
    const second = await save(vendorId, '二次', first);
    await save(vendorId, '三次', second);
    expect((await chainOf(vendorId)).map(({ name, tier, notifiedOn }) => [name, tier, notifiedOn])).toEqual([
      ['一次', 1, '2026-10-01'],
      ['二次', 2, '2026-10-01'],
      ['三次', 3, '2026-10-01'],
    ]);
    expect((await statesOf(bank, first)).length).toBe(1);
    expect((await eventKinds(bank)).at(-1)).toBe('chain_link.saved');
  });

  it('never stand above themselves, also when two people move them at once', async () => {
    const [, vendorId = ''] = vendorIds;
    const a = await save(vendorId, 'A', null);
    const b = await save(vendorId, 'B', a);
    const c = await save(vendorId, 'C', b);
    expect(await codeOf(save(vendorId, 'A', a, { chainLinkId: a, version: 1 }))).toBe('chain-cycle');
    expect(await codeOf(save(vendorId, 'A', c, { chainLinkId: a, version: 1 }))).toBe('chain-cycle');
    const d = await save(vendorId, 'D', null);
    const crossed = [
      save(vendorId, 'A', d, { chainLinkId: a, version: 1 }),
      save(vendorId, 'D', a, { chainLinkId: d, version: 1 }),
    ];
    expect((await Promise.all(crossed.map(codeOf))).sort()).toEqual(['chain-cycle', 'done']);
  });

  it('are changed by who began with the version that stands', async () => {
    const [vendorId = ''] = vendorIds;
    const chainLinkId = await save(vendorId, '委託先', null);
    const both = ['甲', '乙'].map((name) => save(vendorId, name, null, { chainLinkId, version: 1 }));
    expect((await Promise.all(both.map(codeOf))).sort()).toEqual(['done', 'stale-record']);
  });

  it('end with all that stands below them and has not ended; taking an end back concerns one', async () => {
    const [, , vendorId = ''] = vendorIds;
    const top = await save(vendorId, '上', null);
    const below = await save(vendorId, '下', top);
    const gone = await save(vendorId, '先に終了', top);
    await end(gone, 1, '2026-06-30');
    expect(await codeOf(end(top, 5, '2026-12-31'))).toBe('stale-record');
    expect(await end(top, 1, '2026-12-31')).toEqual({ ended: 2 });
    const ends = async () => Object.fromEntries((await chainOf(vendorId)).map(({ name, endedOn }) => [name, endedOn]));
    expect(await ends()).toEqual({ 上: '2026-12-31', 下: '2026-12-31', 先に終了: '2026-06-30' });
    expect(await end(below, 2, null)).toEqual({ ended: 1 });
    expect(await ends()).toMatchObject({ 上: '2026-12-31', 下: null });
    expect((await eventKinds(bank)).slice(-2)).toEqual(['chain_link.ended', 'chain_link.resumed']);
  });

  it('refuse a wrong 法人番号 and a day that doesn’t exist', async () => {
    const [vendorId = ''] = vendorIds;
    const input = { ...FACTS, vendorId, name: 'x', parentId: null, chainLinkId: null, version: null };
    const write = (facts: { corporateNumber?: string; notifiedOn?: string }) =>
      codeOf(saveChainLink(outside, bank.members.operator, { ...input, ...facts }));
    expect(await write({ corporateNumber: '7000012050003' })).toBe('corporate-number-invalid');
    expect(await write({ notifiedOn: '2026-02-30' })).toBe('input-invalid');
  });

  it('belong to one vendor of one bank, and who only reads changes none', async () => {
    const [first = '', second = ''] = vendorIds;
    const [theirVendor = ''] = await vendorIdsOf(other);
    const theirs = await saveFor(other)(theirVendor, '他行の先', null);
    const mine = await save(first, '自行の先', null);
    for (const foreign of [theirs, newId()]) {
      expect(await codeOf(save(first, 'x', foreign))).toBe('not-found');
      expect(await codeOf(save(first, 'x', null, { chainLinkId: foreign, version: 9 }))).toBe('not-found');
      expect(await codeOf(end(foreign, 9, '2026-12-31'))).toBe('not-found');
    }
    expect(await codeOf(save(second, 'x', mine))).toBe('not-found');
    expect(await codeOf(save(theirVendor, 'x', null))).toBe('not-found');
    const read = endChainLink(outside, bank.members.viewer, { chainLinkId: mine, version: 1, endedOn: null });
    expect(await codeOf(read)).toBe('not-permitted');
  });
});
