import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '@/adapters/logger';
import { type SheetCell, writeWorkbook } from '@/adapters/xlsx/write-workbook';
import { builtInEditions } from '@/domain/checklist';
import { editionJson } from '@/domain/edition-draft';
import { ITEM_SHEET, itemRow, SHEET_COLUMNS } from '@/domain/edition-sheet';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { adoptImport } from '@/usecases/checklists/adopt-import';
import { compareEditions } from '@/usecases/checklists/compare-editions';
import { listEditionExports } from '@/usecases/checklists/list-edition-exports';
import { listEditions } from '@/usecases/checklists/list-editions';
import { requestEditionExport } from '@/usecases/checklists/request-edition-export';
import { showEdition } from '@/usecases/checklists/show-edition';
import { showEditionImport } from '@/usecases/checklists/show-edition-import';
import { downloadExport } from '@/usecases/exports/download-export';
import { confirmImport } from '@/usecases/imports/confirm-import';
import { showImport } from '@/usecases/imports/show-import';
import { uploadImport } from '@/usecases/imports/upload-import';
import { foundTestBank, type TestBank, testOutside } from '@/usecases/testing/bank-fixture';
import { draftTestEdition } from '@/usecases/testing/own-edition';
import { codeOf, refusalOf } from '@/usecases/testing/refusal-of';
import { seventeenItems } from '@/usecases/testing/seventeen-items';
import { makeExport } from '../processors/make-export';
import { workImport } from '../processors/work-import';
import type { Workbench } from '../workbench';
import { readEditionFile } from './import-checklist';

let database: TestDatabase;
let bank: TestBank;
let other: TestBank;
const outside = testOutside();
const bench = { outside, log: createLogger({ level: 'silent' }) } as unknown as Workbench;
const [built] = builtInEditions();
if (!built) throw new Error('no edition comes with the product');
const own = seventeenItems();

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 1 });
  other = await foundTestBank(database, { slug: 'midori', vendors: 1 });
});
afterAll(() => database.drop());

async function exported(editionId: string, format: 'xlsx' | 'json') {
  const { operator } = bank.members;
  const { exportId } = await requestEditionExport(outside, operator, { editionId, format, locale: 'ja' });
  await makeExport(bench, { tenantId: bank.tenantId, exportId });
  return downloadExport(outside, operator, { exportId });
}

async function uploaded(content: Uint8Array, fileName = '表.xlsx') {
  const { operator } = bank.members;
  const { importId } = await uploadImport(outside, operator, { kind: 'checklist', fileName, content });
  await workImport(bench, { tenantId: bank.tenantId, importId });
  return showEditionImport(outside, operator, { importId });
}

async function workbookOf(rows: SheetCell[][]): Promise<Uint8Array> {
  const columns = SHEET_COLUMNS.map(({ header, width }) => ({ header, width }));
  return writeWorkbook({
    title: '',
    author: '',
    created: outside.clock.now(),
    sheets: [{ name: ITEM_SHEET, columns, rows }],
  });
}

describe('an edition as a file', () => {
  it.each(['xlsx', 'json'] as const)('goes out as %s and comes back exactly, all 60 items of it', async (format) => {
    const file = await exported(bank.editionId, format);
    expect(file.fileName).toBe(`${built.title}.${format}`);
    expect(await readEditionFile(file.content, '2026-11-27')).toEqual({ read: { edition: built, errors: [] } });
    const lines = await listEditionExports(outside, bank.members.viewer, { editionId: bank.editionId, page: 1 });
    expect(lines.mayRequest).toBe(false);
    expect(lines.exports.some((line) => line.fileName === file.fileName && line.state === 'ready')).toBe(true);
  });

  it('with a bank’s own numbers, guidance, evidence, data and conditions comes back exactly', async () => {
    const { editionId } = await draftTestEdition(bank, outside, own);
    const { content } = await showEdition(outside, bank.members.viewer, { editionId });
    for (const format of ['xlsx', 'json'] as const) {
      const { content: bytes } = await exported(editionId, format);
      expect(await readEditionFile(bytes, '2026-11-27')).toEqual({ read: { edition: content, errors: [] } });
    }
    expect(content.items).toEqual(own.items);
  });

  it('becomes a draft once somebody says so, as a copy of what it came from', async () => {
    const { operator } = bank.members;
    const file = await exported(bank.editionId, 'xlsx');
    const before = await listEditions(outside, operator, { page: 1 });
    const shown = await uploaded(file.content);
    expect(shown).toMatchObject({ state: 'previewed', preview: { title: built.title, itemCount: 60, errorCount: 0 } });
    expect((await listEditions(outside, operator, { page: 1 })).total).toBe(before.total);
    const place = { importId: shown.id, version: shown.version };
    expect(await codeOf(adoptImport(outside, operator, { ...place, version: 9 }))).toBe('stale-record');
    expect(await codeOf(adoptImport(outside, bank.members.viewer, place))).toBe('not-permitted');
    expect(await codeOf(adoptImport(outside, other.members.operator, place))).toBe('not-found');
    expect(await codeOf(showEditionImport(outside, other.members.operator, { importId: shown.id }))).toBe('not-found');
    const { editionId } = await adoptImport(outside, operator, place);
    expect(await codeOf(adoptImport(outside, operator, place))).toBe('not-allowed-in-state');
    const { publishedAt, derivedFrom } = await showEdition(outside, operator, { editionId });
    expect(publishedAt).toBeNull();
    expect(derivedFrom).toMatchObject({ id: bank.editionId, added: [], changed: [] });
    const { diff } = await compareEditions(outside, operator, {
      fromEditionId: bank.editionId,
      toEditionId: editionId,
    });
    expect(diff.unchanged).toBe(60);
  });

  it('is refused with every faulty cell named, and makes no draft', async () => {
    const rows = own.items.map((item) => itemRow(item).map((cell): SheetCell => cell));
    const [first = [], second = []] = rows;
    first[4] = '誰か';
    second[1] = '';
    const shown = await uploaded(await workbookOf(rows));
    expect(shown.preview).toMatchObject({
      itemCount: 0,
      errors: [
        { row: 2, column: '対象者', kind: 'answered-by' },
        { row: 3, column: '通番', kind: 'blank' },
      ],
    });
    const adopt = adoptImport(outside, bank.members.operator, { importId: shown.id, version: shown.version });
    expect(await refusalOf(adopt)).toEqual({ code: 'import-faulty-rows', params: { count: 2 } });
  });

  it('is refused with a sentence when it is no checklist', async () => {
    const text = (content: string) => new TextEncoder().encode(content);
    expect((await uploaded(text('{"id": '), '表.json')).preview?.errors).toMatchObject([{ kind: 'unreadable' }]);
    const json = editionJson({ ...own, items: own.items.map((item) => ({ ...item, objective: 'a\ud83d' })) });
    expect((await uploaded(text(json), '表.json')).preview?.errors[0]).toEqual({
      row: 0,
      column: 'items.0.objective',
      kind: 'shape',
      line: 0,
    });
    expect(await uploaded(text('通番,区分'), '表.csv')).toMatchObject({
      state: 'failed',
      failure: 'file-kind-unknown',
      preview: null,
    });
  });

  it('is nothing that the register of vendors knows', async () => {
    const shown = await uploaded(new TextEncoder().encode(editionJson(own)), '表.json');
    const { operator } = bank.members;
    const place = { importId: shown.id, version: shown.version };
    expect(await codeOf(showImport(outside, operator, { importId: shown.id, show: 'all', page: 1 }))).toBe('not-found');
    expect(await codeOf(confirmImport(outside, operator, { ...place, leaveOutFaulty: true }))).toBe('not-found');
  });
});
