import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeCsv } from '@/adapters/csv/write-csv';
import { createLogger } from '@/adapters/logger';
import { madeWorkbook, textRow } from '@/adapters/xlsx/made-zip.fixture';
import { service, vendor, vendorContact } from '@/db/schema/bank';
import { fileImport } from '@/db/schema/file-import';
import { auditEvent, revision } from '@/db/schema/record';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { confirmImport } from '@/usecases/imports/confirm-import';
import { discardImport } from '@/usecases/imports/discard-import';
import { listImports } from '@/usecases/imports/list-imports';
import { readImport } from '@/usecases/imports/read-import';
import { showImport } from '@/usecases/imports/show-import';
import { uploadImport } from '@/usecases/imports/upload-import';
import { foundTestBank, type TestBank, testOutside } from '@/usecases/testing/bank-fixture';
import { codeOf, refusalOf } from '@/usecases/testing/refusal-of';
import { saveContact } from '@/usecases/vendors/save-contact';
import type { Workbench } from '../workbench';
import { sweep } from './sweep';
import { workImport } from './work-import';

let database: TestDatabase;
let bank: TestBank;
let other: TestBank;
const outside = testOutside();
const bench = { outside, log: createLogger({ level: 'silent' }) } as unknown as Workbench;
const HEADS = ['会社名', '法人番号', 'サービス名', '重要度', 'API種別', '契約日', '担当者名', 'メールアドレス'];

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 2 });
  other = await foundTestBank(database, { slug: 'minato', vendors: 1 });
});
afterAll(() => database.drop());

const csv = (...rows: string[][]) => writeCsv([HEADS, ...rows]);
const company = (name: string, ...more: string[]) => [
  name,
  more[0] ?? '',
  'API',
  more[1] ?? '高',
  '参照系',
  ...more.slice(2),
];

async function upload(content: Uint8Array, of = bank): Promise<string> {
  const { importId } = await uploadImport(outside, of.members.operator, {
    kind: 'vendors',
    fileName: '一覧.csv',
    content,
  });
  return importId;
}
const work = (importId: string, last = false) => workImport(bench, { tenantId: bank.tenantId, importId }, { last });
async function previewed(content: Uint8Array): Promise<string> {
  const importId = await upload(content);
  await work(importId);
  return importId;
}
const show = (importId: string, of = bank) =>
  showImport(outside, of.members.viewer, { importId, show: 'all', page: 1 });
async function confirm(importId: string, leaveOutFaulty = false) {
  const { version } = await show(importId);
  return confirmImport(outside, bank.members.operator, { importId, version, leaveOutFaulty });
}
const vendorsOf = (of = bank) => of.system.transaction((tx) => tx.select().from(vendor).orderBy(vendor.id));
const eventsOf = (kind: string) =>
  bank.system.transaction((tx) => tx.select().from(auditEvent).where(eq(auditEvent.kind, kind)));

describe('an import of vendors', () => {
  it('writes nothing before it is confirmed, then all of it, with revisions and events; the same file again changes nothing', async () => {
    const before = await vendorsOf();
    const file = csv(
      ['新会社', '7000012050002', '送金', '高', '更新系', '令和8年4月1日', '田中', 'tanaka@new.example'],
      ['新会社', '', '照会', '低', '参照系', '', '', ''],
      ['aoba接続先1', '', 'API', '高', '', '', '', ''],
    );
    const importId = await previewed(file);
    expect(await vendorsOf()).toEqual(before);
    expect(await show(importId)).toMatchObject({
      state: 'previewed',
      requestedBy: 'operator of aoba',
      preview: {
        counts: { new: 2, changed: 1, unchanged: 0, faulty: 0 },
        lines: [
          { row: 2, status: 'new', vendorName: '新会社', serviceName: '送金' },
          { row: 3, status: 'new' },
          { row: 4, status: 'changed', changes: [{ column: 'criticality', from: 'medium', to: 'high' }] },
        ],
      },
    });
    await confirm(importId);
    expect(outside.wakes.at(-1)).toEqual({ kind: 'import.work', payload: { tenantId: bank.tenantId, importId } });
    await work(importId);
    expect(await show(importId)).toMatchObject({ state: 'applied', confirmedBy: 'operator of aoba' });

    const after = await vendorsOf();
    const made = after.find(({ name }) => name === '新会社');
    expect(after).toHaveLength(before.length + 1);
    expect(made).toMatchObject({ corporateNumber: '7000012050002', version: 1 });
    const [services, contacts, revisions] = await bank.system.transaction(async (tx) => [
      await tx
        .select()
        .from(service)
        .where(eq(service.vendorId, made?.id ?? ''))
        .orderBy(service.name),
      await tx
        .select()
        .from(vendorContact)
        .where(eq(vendorContact.vendorId, made?.id ?? '')),
      await tx
        .select()
        .from(revision)
        .where(eq(revision.rowId, made?.id ?? '')),
    ]);
    expect(services).toMatchObject([
      { name: '照会', criticality: 'low', apiKinds: ['reference'], contractDate: null },
      { name: '送金', criticality: 'high', apiKinds: ['update'], contractDate: '2026-04-01' },
    ]);
    expect(contacts).toMatchObject([{ name: '田中', address: 'tanaka@new.example', language: 'ja', kind: 'primary' }]);
    expect(revisions).toMatchObject([{ noun: 'vendor', by: { kind: 'member', name: 'operator of aoba' } }]);
    expect(await eventsOf('vendor.imported')).toHaveLength(2);

    const again = await previewed(file);
    expect((await show(again)).preview?.counts).toEqual({ new: 0, changed: 0, unchanged: 3, faulty: 0 });
    expect(await codeOf(confirm(again))).toBe('import-nothing-new');
    expect(await vendorsOf()).toEqual(after);
  });

  it('names each of 30 faulty rows by cell, and takes the good ones in only when told to leave those out', async () => {
    const faulty = Array.from(
      { length: 30 },
      (_, index) =>
        [
          company('', '', '高'),
          company(`不良${index}`, '1234567890123'),
          company(`不良${index}`, '', '最高'),
          [...company(`不良${index}`), '2026-02-30'],
          [...company(`不良${index}`), '', '田中', 'not an address'],
        ].at(index % 5) ?? [],
    );
    const importId = await previewed(csv(...faulty, company('良い会社'), company('もう一社')));
    const { preview, version } = await show(importId);
    expect(preview?.counts).toEqual({ new: 2, changed: 0, unchanged: 0, faulty: 30 });
    expect(preview?.lines[1]).toMatchObject({
      row: 3,
      status: 'faulty',
      errors: [{ column: 'corporateNumber', code: 'corporate-number', value: '1234567890123' }],
    });
    const only = await showImport(outside, bank.members.viewer, { importId, show: 'faulty', page: 1 });
    expect([only.preview?.total, only.preview?.lines.length]).toEqual([30, 30]);
    const { operator } = bank.members;
    expect(await refusalOf(confirmImport(outside, operator, { importId, version, leaveOutFaulty: false }))).toEqual({
      code: 'import-faulty-rows',
      params: { count: 30 },
    });
    await confirm(importId, true);
    await work(importId);
    const names = (await vendorsOf()).map(({ name }) => name);
    expect(names.filter((name) => name.startsWith('不良'))).toEqual([]);
    expect(names).toEqual(expect.arrayContaining(['良い会社', 'もう一社']));
  });

  it('asks again with a new preview when the register has changed since', async () => {
    const importId = await previewed(
      csv([...company('aoba接続先2', '', '中'), '', '新担当', 'new@aoba-vendor.example']),
    );
    await confirm(importId);
    const [standing] = (await vendorsOf()).filter(({ name }) => name === 'aoba接続先2');
    await saveContact(outside, bank.members.operator, {
      vendorId: standing?.id ?? '',
      name: '別の担当',
      department: '',
      address: 'else@aoba-vendor.example',
      language: 'ja',
    } as Parameters<typeof saveContact>[2]);
    await work(importId);
    const asked = await show(importId);
    expect(asked).toMatchObject({ state: 'previewed', failure: 'import-changed', confirmedBy: null });
    expect(asked.preview?.lines[0]?.changes).toContainEqual({ column: 'contactName', from: '別の担当', to: '新担当' });
    await confirm(importId);
    await work(importId);
    expect(await show(importId)).toMatchObject({ state: 'applied', failure: null });
  });

  it('is applied once, whoever is killed and however often it is tried', async () => {
    const importId = await upload(csv(company('一度だけ')));
    // Killed after reading the file: the row still says so, and the next run reads it again.
    expect(await readImport(outside, bank.system, { importId })).toMatchObject({ step: 'read' });
    await work(importId);
    await work(importId);
    await confirm(importId);
    // Killed before applying: as before. Then two workers at once.
    expect(await readImport(outside, bank.system, { importId })).toMatchObject({ step: 'apply' });
    await Promise.all([work(importId), work(importId)]);
    await work(importId);
    expect((await vendorsOf()).filter(({ name }) => name === '一度だけ')).toHaveLength(1);
  });

  it('is found by the sweep when its wake was lost', async () => {
    const importId = await upload(csv(company('失われた知らせ')));
    const found = async () => {
      outside.wakes.length = 0;
      await sweep(bench);
      return outside.wakes.filter((job) => job.kind === 'import.work' && job.payload.importId === importId).length;
    };
    expect(await found()).toBe(1);
    await work(importId);
    expect(await found()).toBe(0);
    await confirm(importId);
    expect(await found()).toBe(1);
    await work(importId);
    expect(await found()).toBe(0);
  });

  it('of two at once makes a vendor once: the other asks again', async () => {
    const ids = [await previewed(csv(company('同時'))), await previewed(csv(company('同時')))];
    for (const importId of ids) await confirm(importId);
    await Promise.all(ids.map((importId) => work(importId)));
    expect((await vendorsOf()).filter(({ name }) => name === '同時')).toHaveLength(1);
    const states = await Promise.all(ids.map(async (importId) => (await show(importId)).state));
    expect(states.sort()).toEqual(['applied', 'previewed']);
  });

  it('rolls back whole when a row can’t be written, and ends as failed after the last try', async () => {
    const before = await vendorsOf();
    const importId = await previewed(csv(company('壊れる前'), company('壊れた')));
    await confirm(importId);
    // As a defect would have it: a preview that the planner could not have made.
    await bank.system.transaction((tx) =>
      tx
        .update(fileImport)
        .set({ preview: { broken: true } })
        .where(eq(fileImport.id, importId)),
    );
    await expect(work(importId)).rejects.toThrow();
    expect(
      (
        await bank.system.transaction((tx) =>
          tx.select({ state: fileImport.state }).from(fileImport).where(eq(fileImport.id, importId)),
        )
      )[0]?.state,
    ).toBe('confirmed');
    await expect(work(importId, true)).rejects.toThrow();
    const [row] = await bank.system.transaction((tx) =>
      tx
        .select({ state: fileImport.state, failure: fileImport.failure })
        .from(fileImport)
        .where(eq(fileImport.id, importId)),
    );
    expect(row).toEqual({ state: 'failed', failure: 'import-work-failed' });
    expect(await vendorsOf()).toEqual(before);
  });

  it.each<[string, () => Uint8Array, string]>([
    ['a PDF', () => Buffer.from('%PDF-1.7\n'), 'file-kind-unknown'],
    [
      'a formula',
      () => madeWorkbook({ rows: `${textRow(1, HEADS)}<row r="2"><c r="A2"><f>1+1</f><v>2</v></c></row>` }),
      'file-formula',
    ],
    [
      'a table of something else',
      () =>
        writeCsv([
          ['商品', '価格'],
          ['りんご', '100'],
        ]),
      'import-heads-missing',
    ],
  ])('says why %s can’t be taken in, and writes nothing', async (_name, make, code) => {
    const importId = await previewed(make());
    expect(await show(importId)).toMatchObject({ state: 'failed', failure: code, preview: null });
    expect(await codeOf(confirm(importId, true))).toBe('not-allowed-in-state');
  });

  it('reads a workbook as it reads a CSV', async () => {
    const rows = textRow(1, HEADS) + textRow(2, company('xlsxの会社'));
    const importId = await previewed(madeWorkbook({ rows }));
    expect((await show(importId)).preview?.counts).toMatchObject({ new: 1, faulty: 0 });
  });

  it('refuses an empty and an oversized file, a stale confirmation, and a second word', async () => {
    expect(await codeOf(upload(new Uint8Array()))).toBe('file-empty');
    expect(await codeOf(upload(new Uint8Array(10 * 1024 * 1024 + 1)))).toBe('file-too-large');
    const importId = await previewed(csv(company('古い版')));
    const { version } = await show(importId);
    const { operator } = bank.members;
    expect(
      await codeOf(confirmImport(outside, operator, { importId, version: version - 1, leaveOutFaulty: false })),
    ).toBe('stale-record');
    await discardImport(outside, operator, { importId, version });
    expect(await codeOf(discardImport(outside, operator, { importId, version: version + 1 }))).toBe(
      'not-allowed-in-state',
    );
    await work(importId);
    expect((await vendorsOf()).some(({ name }) => name === '古い版')).toBe(false);
  });

  it('is for administrators and operators, and never seen by another bank', async () => {
    const importId = await previewed(csv(company('他行には見えない')));
    const { version } = await show(importId);
    const { administrator, reviewer, approver, viewer } = bank.members;
    for (const member of [reviewer, approver, viewer]) {
      expect(await codeOf(uploadImport(outside, member, { kind: 'vendors', fileName: 'a.csv', content: csv() }))).toBe(
        'not-permitted',
      );
      expect(await codeOf(confirmImport(outside, member, { importId, version, leaveOutFaulty: false }))).toBe(
        'not-permitted',
      );
      expect(await codeOf(discardImport(outside, member, { importId, version }))).toBe('not-permitted');
    }
    const theirs = other.members.administrator;
    expect(await codeOf(show(importId, other))).toBe('not-found');
    expect(await codeOf(confirmImport(outside, theirs, { importId, version, leaveOutFaulty: false }))).toBe(
      'not-found',
    );
    expect(await codeOf(discardImport(outside, theirs, { importId, version }))).toBe('not-found');
    expect(await listImports(outside, theirs, { kind: 'vendors', page: 1 })).toMatchObject({ imports: [], total: 0 });
    await discardImport(outside, administrator, { importId, version });
  });

  it('takes 2,000 services of 1,000 vendors in at once', async () => {
    const rows = Array.from({ length: 2_000 }, (_, index) => [
      `大口${index % 1_000}`,
      '',
      `サービス${index}`,
      '低',
      '参照系',
      '',
      '担当',
      `c${index % 1_000}@many.example`,
    ]);
    const importId = await previewed(csv(...rows));
    await confirm(importId);
    await work(importId);
    expect(await show(importId)).toMatchObject({ state: 'applied' });
    expect((await vendorsOf()).filter(({ name }) => name.startsWith('大口'))).toHaveLength(1_000);
    const again = await previewed(csv(...rows));
    expect((await show(again)).preview?.counts).toEqual({ new: 0, changed: 0, unchanged: 2_000, faulty: 0 });
  });
});
