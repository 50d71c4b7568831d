import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/db/new-id';
import { vendorContact } from '@/db/schema/bank';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { foundTestBank, launchTestCampaign, type TestBank, testOutside } from '../testing/bank-fixture';
import { codeOf, refusalOf } from '../testing/refusal-of';
import { eventKinds, serviceIdOf, statesOf, vendorIdsOf } from '../testing/vendor-fixture';
import { makePrimary } from './make-primary';
import { removeContact } from './remove-contact';
import { saveContact } from './save-contact';
import { showVendor } from './show-vendor';

const outside = testOutside();
let database: TestDatabase;
let bank: TestBank;
let other: TestBank;
let vendorIds: string[];

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 6 });
  other = await foundTestBank(database, { slug: 'midori', vendors: 1 });
  vendorIds = await vendorIdsOf(bank);
});
afterAll(() => database.drop());

const PERSON = { name: '副担当', department: '', address: 'deputy@vendor.example', language: 'ja' } as const;
const save = (input: Partial<Parameters<typeof saveContact>[2]> & { vendorId: string }) =>
  saveContact(outside, bank.members.operator, { ...PERSON, kind: 'deputy', ...input });
const peopleOf = async (vendorId: string) =>
  (await showVendor(outside, bank.members.viewer, { vendorId })).contacts.map(({ kind, name, version }) => ({
    kind,
    name,
    version,
  }));
const primaryOf = async (vendorId: string) => {
  const { contacts } = await showVendor(outside, bank.members.viewer, { vendorId });
  const primary = contacts.find((contact) => contact.kind === 'primary');
  if (!primary) throw new Error('no primary');
  return primary;
};

describe('a vendor’s people', () => {
  it('are added as deputies and copies beside the primary, in that order', async () => {
    const [vendorId = ''] = vendorIds;
    await save({ vendorId, kind: 'copy', name: '写し', address: 'copy@vendor.example' });
    await save({ vendorId });
    expect(await peopleOf(vendorId)).toEqual([
      { kind: 'primary', name: '担当 1', version: 1 },
      { kind: 'deputy', name: '副担当', version: 1 },
      { kind: 'copy', name: '写し', version: 1 },
    ]);
    expect((await eventKinds(bank)).at(-1)).toBe('contact.saved');
  });

  it('are changed by who began with the version that stands, with each state on record', async () => {
    const [vendorId = ''] = vendorIds;
    const { contactId } = await save({ vendorId, address: 'third@vendor.example' });
    const change = { vendorId, contactId, address: 'third@vendor.example', language: 'en' as const, version: 1 };
    expect((await Promise.all([codeOf(save(change)), codeOf(save(change))])).sort()).toEqual(['done', 'stale-record']);
    expect(await codeOf(save({ ...change, version: undefined }))).toBe('stale-record');
    expect((await statesOf(bank, contactId)).map((state) => state.language)).toEqual(['ja', 'en']);
  });

  it('share no address: the one who has it is named', async () => {
    const [vendorId = ''] = vendorIds;
    expect(await refusalOf(save({ vendorId, address: 'COPY@vendor.example' }))).toEqual({
      code: 'contact-address-taken',
      params: { name: '写し' },
    });
  });

  it('take the place of the primary when a primary is named without saying whom to change', async () => {
    const [, vendorId = ''] = vendorIds;
    await saveContact(outside, bank.members.operator, { ...PERSON, vendorId, name: '新しい主担当' });
    expect(await peopleOf(vendorId)).toEqual([{ kind: 'primary', name: '新しい主担当', version: 2 }]);
  });

  it('keep a bounce with a change of name and lose it with another address', async () => {
    const [, , vendorId = ''] = vendorIds;
    const primary = await primaryOf(vendorId);
    await bank.system.transaction((tx) =>
      tx.update(vendorContact).set({ bouncedAt: outside.clock.now() }).where(eq(vendorContact.id, primary.id)),
    );
    const change = { vendorId, contactId: primary.id, kind: 'primary' as const };
    await save({ ...change, address: primary.address, version: 1 });
    expect((await primaryOf(vendorId)).bouncedAt).toEqual(outside.clock.now());
    await save({ ...change, address: 'alive@vendor.example', version: 2 });
    expect((await primaryOf(vendorId)).bouncedAt).toBeNull();
  });

  it('are marked by hand where a failure came later, keep its day, and are cleared by hand', async () => {
    const [, , vendorId = ''] = vendorIds;
    const { id: contactId, address, version } = await primaryOf(vendorId);
    const change = { vendorId, contactId, kind: 'primary' as const, address };
    await save({ ...change, bounced: true, version });
    const since = (await primaryOf(vendorId)).bouncedAt;
    expect(since).toEqual(outside.clock.now());
    outside.clock.advance(60_000);
    await save({ ...change, bounced: true, version: version + 1 });
    expect((await primaryOf(vendorId)).bouncedAt).toEqual(since);
    await save({ ...change, bounced: false, version: version + 2 });
    expect((await primaryOf(vendorId)).bouncedAt).toBeNull();
    await save({ ...change, address: 'another@vendor.example', bounced: true, version: version + 3 });
    expect((await primaryOf(vendorId)).bouncedAt).toBeNull();
    expect((await statesOf(bank, contactId)).map((state) => state.bouncedAt === null).slice(-4)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});

describe('the primary contact', () => {
  it('gives the place to another one and becomes a deputy', async () => {
    const [, , , vendorId = ''] = vendorIds;
    const { contactId } = await save({ vendorId });
    await makePrimary(outside, bank.members.operator, { contactId, version: 1 });
    expect(await peopleOf(vendorId)).toEqual([
      { kind: 'primary', name: '副担当', version: 2 },
      { kind: 'deputy', name: '担当 4', version: 2 },
    ]);
    const kinds = await eventKinds(bank);
    expect(kinds.at(-1)).toBe('contact.made_primary');
    await makePrimary(outside, bank.members.operator, { contactId, version: 1 });
    expect(await eventKinds(bank)).toEqual(kinds);
  });

  it('is one, though two people name different ones at once', async () => {
    const [, , , , vendorId = ''] = vendorIds;
    const { contactId: one } = await save({ vendorId, address: 'one@vendor.example' });
    const { contactId: two } = await save({ vendorId, address: 'two@vendor.example' });
    const name = (contactId: string) => codeOf(makePrimary(outside, bank.members.operator, { contactId, version: 1 }));
    expect(
      (await Promise.all([name(one), name(two)])).every((code) => code === 'done' || code === 'stale-record'),
    ).toBe(true);
    expect((await peopleOf(vendorId)).filter((person) => person.kind === 'primary')).toHaveLength(1);
  });

  it('stays while others could take the place, and while a campaign writes to the vendor', async () => {
    const vendorId = vendorIds[5] ?? '';
    const primary = await primaryOf(vendorId);
    const remove = (contactId: string, version: number) =>
      codeOf(removeContact(outside, bank.members.operator, { contactId, version }));
    const { contactId } = await save({ vendorId });
    expect(await remove(primary.id, 1)).toBe('primary-needed');
    expect(await remove(contactId, 7)).toBe('stale-record');
    expect(await remove(contactId, 1)).toBe('done');
    await launchTestCampaign(bank, outside, { serviceIds: [await serviceIdOf(bank, vendorId)] });
    expect(await remove(primary.id, 1)).toBe('primary-needed');
    expect(await codeOf(save({ vendorId, contactId: primary.id, version: 1 }))).toBe('primary-needed');
    expect((await peopleOf(vendorId)).map((person) => person.kind)).toEqual(['primary']);
  });

  it('may be removed where nobody writes to the vendor; what was known stays on record', async () => {
    const [, vendorId = ''] = vendorIds;
    const primary = await primaryOf(vendorId);
    await removeContact(outside, bank.members.operator, { contactId: primary.id, version: primary.version });
    expect(await peopleOf(vendorId)).toEqual([]);
    expect((await statesOf(bank, primary.id)).at(-1)).toMatchObject({ removedAt: expect.any(String) });
    const { changes } = await showVendor(outside, bank.members.viewer, { vendorId });
    expect(changes.rows[0]).toMatchObject({ noun: 'contact', act: 'removed', name: '新しい主担当', fields: [] });
    expect((await eventKinds(bank)).at(-1)).toBe('contact.removed');
  });
});

describe('another bank’s people', () => {
  it('don’t exist, and who only reads changes nobody', async () => {
    const [theirVendor = ''] = await vendorIdsOf(other);
    const [mine = ''] = vendorIds;
    const theirs = (await showVendor(outside, other.members.viewer, { vendorId: theirVendor })).contacts[0]?.id ?? '';
    for (const contactId of [theirs, newId()]) {
      expect(await codeOf(save({ vendorId: mine, contactId, version: 9 }))).toBe('not-found');
      expect(await codeOf(makePrimary(outside, bank.members.operator, { contactId, version: 9 }))).toBe('not-found');
      expect(await codeOf(removeContact(outside, bank.members.operator, { contactId, version: 9 }))).toBe('not-found');
    }
    expect(await codeOf(save({ vendorId: theirVendor }))).toBe('not-found');
    for (const role of ['viewer', 'reviewer', 'approver'] as const) {
      const write = saveContact(outside, bank.members[role], { ...PERSON, vendorId: mine });
      expect(await codeOf(write)).toBe('not-permitted');
    }
  });
});
