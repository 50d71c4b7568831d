import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/db/new-id';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { foundTestBank, type TestBank, testOutside } from '../testing/bank-fixture';
import { codeOf, refusalOf } from '../testing/refusal-of';
import { eventKinds, statesOf, vendorIdsOf } from '../testing/vendor-fixture';
import { addDocument } from './add-document';
import { archiveDocument } from './archive-document';
import { downloadDocument } from './download-document';
import { showVendor } from './show-vendor';

const outside = testOutside();
const CONTENT = new TextEncoder().encode('%PDF-1.7\n契約書');
let database: TestDatabase;
let bank: TestBank;
let other: TestBank;
let vendorId: string;

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 1 });
  other = await foundTestBank(database, { slug: 'midori', vendors: 1 });
  [vendorId = ''] = await vendorIdsOf(bank);
});
afterAll(() => database.drop());

const add = (input: Partial<Parameters<typeof addDocument>[2]> = {}, of = bank) =>
  addDocument(outside, of.members.operator, {
    vendorId,
    title: '基本契約書',
    kind: 'contract',
    validFrom: '2026-04-01',
    validTo: null,
    fileName: '契約書.pdf',
    content: CONTENT,
    ...input,
  });

describe('a document of a vendor', () => {
  it('is kept byte for byte and taken away as it was sent, both on record', async () => {
    const sha256 = createHash('sha256').update(CONTENT).digest('hex');
    const { documentId } = await add();
    const file = await downloadDocument(outside, bank.members.viewer, { documentId });
    expect({ ...file, content: Buffer.from(file.content) }).toEqual({
      fileName: '契約書.pdf',
      mediaType: 'application/pdf',
      sha256,
      content: Buffer.from(CONTENT),
    });
    expect((await eventKinds(bank)).slice(-2)).toEqual(['document.added', 'document.downloaded']);
    const { documents, changes } = await showVendor(outside, bank.members.viewer, { vendorId });
    expect(documents).toMatchObject([
      { id: documentId, size: CONTENT.byteLength, sha256, addedBy: 'operator of aoba' },
    ]);
    expect(changes.rows[0]).toMatchObject({ noun: 'document', act: 'added', name: '基本契約書' });
  });

  it('has no bytes among its recorded states, only their digest', async () => {
    const { documentId, sha256 } = await add();
    const [state] = await statesOf(bank, documentId);
    expect(state).toMatchObject({ sha256 });
    expect(state).not.toHaveProperty('content');
  });

  it('is refused when its content isn’t what its name says, when it is empty and when it is too large', async () => {
    expect(await codeOf(add({ content: new TextEncoder().encode('<html>') }))).toBe('document-kind-refused');
    expect(await codeOf(add({ fileName: '契約書.exe' }))).toBe('document-kind-refused');
    expect(await codeOf(add({ content: new Uint8Array() }))).toBe('upload-missing');
    const huge = new Uint8Array(10 * 1024 * 1024 + 1);
    huge.set(CONTENT);
    expect(await refusalOf(add({ content: huge }))).toEqual({ code: 'upload-too-large', params: { megabytes: 10 } });
    expect(await codeOf(add({ fileName: 'a\r\nb.pdf', title: ' ' }))).toBe('input-invalid');
  });

  it('is put away and back, once each, and stays readable', async () => {
    const { documentId } = await add();
    const putAway = (archived: boolean) => archiveDocument(outside, bank.members.operator, { documentId, archived });
    await putAway(true);
    const kinds = await eventKinds(bank);
    await putAway(true);
    expect(await eventKinds(bank)).toEqual(kinds);
    expect(await codeOf(downloadDocument(outside, bank.members.viewer, { documentId }))).toBe('done');
    await putAway(false);
    expect((await eventKinds(bank)).slice(-2)).toEqual(['document.downloaded', 'document.restored']);
    expect((await statesOf(bank, documentId)).map((state) => state.archivedAt)).toEqual([
      null,
      outside.clock.now().toISOString(),
      null,
    ]);
  });

  it('of another bank doesn’t exist; who only reads adds none and puts none away', async () => {
    const [theirVendor = ''] = await vendorIdsOf(other);
    const { documentId: theirs } = await add({ vendorId: theirVendor }, other);
    for (const documentId of [theirs, newId()]) {
      expect(await codeOf(downloadDocument(outside, bank.members.viewer, { documentId }))).toBe('not-found');
      const away = archiveDocument(outside, bank.members.operator, { documentId, archived: true });
      expect(await codeOf(away)).toBe('not-found');
    }
    expect(await codeOf(add({ vendorId: theirVendor, fileName: 'x.exe' }))).toBe('not-found');
    const { documentId } = await add();
    const refused = archiveDocument(outside, bank.members.approver, { documentId, archived: true });
    expect(await codeOf(refused)).toBe('not-permitted');
  });
});
