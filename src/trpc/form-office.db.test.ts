import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { readXlsx } from 'hucre';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changedParts } from '@/adapters/xlsx/changed-parts.fixture';
import { formUpload } from '@/db/schema/answering';
import { cellName } from '@/domain/file-failure';
import { type Office, type OfficeOrder, openOffice } from '@/ops/office/office.fixture';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { foundTestBank, respondentOf, type TestBank, testOutside } from '@/usecases/testing/bank-fixture';
import { at, bring, download, FIRST_ROW, itemOf, launchedForm, SHEET, save, show, take } from './form-desk.fixture';

const outside = testOutside(new Date());
let database: TestDatabase;
let bank: TestBank;
let office: Office;

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 2, now: outside.clock.now() });
  office = openOffice();
});
afterAll(async () => {
  office.close();
  await database.drop();
});

/** Where an item's cell stands; an item may take several rows. */
async function placesIn(form: Uint8Array) {
  const { sheets } = await readXlsx(form);
  const numbers = sheets.find(({ name }) => name === SHEET)?.rows.map(([number]) => String(number ?? '')) ?? [];
  const rowOf = (number: string) => numbers.indexOf(number, FIRST_ROW);
  return { cell: (number: string, key: string) => cellName(rowOf(number), at(key)), rowOf };
}

describe('the form in LibreOffice', () => {
  it('opens as it was meant: printed on A4 landscape under its head, open cells alone to be typed in, a list of words', async () => {
    const form = await download(await launchedForm(bank, outside));
    const said = await office.carry(form, 'xlsx', [
      ['formulas'],
      ['page', SHEET],
      ['protection', SHEET, cellName(FIRST_ROW, at('objective'))],
      ['protection', SHEET, cellName(FIRST_ROW, at('current'))],
      ['protection', SHEET, cellName(FIRST_ROW, at('named'))],
      ['list', SHEET, cellName(FIRST_ROW, at('status'))],
      ['text', 0, cellName(3, at('status'))],
    ]);
    expect(said).toEqual([
      ['0', `shown:${SHEET}`, 'hidden:tenken'],
      ['landscape', '29700x21001', '4-5', '1x0'],
      ['protected', 'locked'],
      ['protected', 'open'],
      ['protected', 'locked'],
      ['6', '"充足";"一部充足";"未充足";"対象外"'],
      ['現在の対応状況'],
    ]);
  });

  it('comes back as it was filled in there: rare signs, bold words, dates of all kinds, widths changed, rows hidden', async () => {
    const desk = await launchedForm(bank, outside);
    await save(desk, '5', '画面で');
    const form = await download(desk);
    const { cell, rowOf } = await placesIn(form);
    const type = (number: string, key: string, text: string): OfficeOrder => ['type', SHEET, cell(number, key), text];
    const filled = await office.edit(form, [
      type('1', 'status', '充足'),
      type('1', 'current', '𠮷野の_x000D_規程に定めている。\n二行目'),
      ['bold', SHEET, cell('1', 'current')],
      type('2', 'status', '一部充足'),
      type('2', 'current', '=1+1 から始める文'),
      ['date', SHEET, cell('2', 'promised'), 2027, 3, 31],
      type('3', 'promised', '2027/3/31'),
      type('4', 'promised', '令和９年３月'),
      type('6', 'promised', '２０２６年度下期'),
      type('7', 'promised', 'R9.4.1'),
      ['date', SHEET, cell('8', 'promised'), 2027, 9, 30, '[$-411]GGGE"年"M"月"D"日"'],
      ['width', SHEET, 'E', 3000],
      ['hide', SHEET, rowOf('2') + 1],
    ]);
    expect(await bring(desk, filled, '記入済み.xlsx')).toHaveProperty('uploadId');
    const { waiting } = await show(desk);
    expect(waiting?.read).toBe(54);
    expect(
      waiting?.lines.map(({ number, file: { status, current, promised } }) => [number, status, current, promised]),
    ).toEqual([
      ['1', 'met', '𠮷野の_x000D_規程に定めている。\n二行目', null],
      ['2', 'partial', '=1+1 から始める文', { precision: 'day', date: '2027-03-31' }],
      ['3', 'unanswered', '', { precision: 'day', date: '2027-03-31' }],
      ['4', 'unanswered', '', { precision: 'month', year: 2027, month: 3 }],
      ['6', 'unanswered', '', { precision: 'half', fiscalYear: 2026, half: 2 }],
      ['7', 'unanswered', '', { precision: 'day', date: '2027-04-01' }],
      ['8', 'unanswered', '', { precision: 'day', date: '2027-09-30' }],
    ]);
    expect(await take(desk)).toEqual({ written: 7 });
    expect((await itemOf(desk, '5')).content.current).toBe('画面で');
    const lead = await respondentOf(bank, desk.assessmentId);
    const [kept] = await lead.transaction((tx) =>
      tx.select().from(formUpload).where(eq(formUpload.assessmentId, desk.assessmentId)),
    );
    expect(kept).toMatchObject({
      fileName: '記入済み.xlsx',
      sha256: createHash('sha256').update(filled).digest('hex'),
    });
    expect(Buffer.compare(Buffer.from(kept?.content ?? []), Buffer.from(filled))).toBe(0);
  });

  it('comes back without the readings that a Japanese keyboard leaves beside kanji', async () => {
    const desk = await launchedForm(bank, outside);
    const form = await download(desk);
    const { cell } = await placesIn(form);
    const filled = await office.edit(form, [['type', SHEET, cell('1', 'current'), '株式会社の規程']]);
    const read = await changedParts(filled, (name, text) =>
      name === 'xl/sharedStrings.xml'
        ? text.replace(
            /(<si>)<t[^>]*>(株式会社)の規程<\/t>(<\/si>)/,
            '$1<r><t>$2</t></r><r><t>の規程</t></r><rPh sb="0" eb="4"><t>カブシキガイシャ</t></rPh><phoneticPr fontId="1"/>$3',
          )
        : text,
    );
    expect(Buffer.from(read).equals(Buffer.from(filled))).toBe(false);
    await bring(desk, read);
    expect((await show(desk)).waiting?.lines.map(({ file }) => file.current)).toEqual(['株式会社の規程']);
  });

  it('is refused with the cell where a question was edited, and with a word where its hidden sheet was', async () => {
    const desk = await launchedForm(bank, outside);
    const form = await download(desk);
    const edited = await office.edit(form, [
      ['unprotect', SHEET],
      ['type', SHEET, cellName(FIRST_ROW, at('objective')), '易しい問い'],
    ]);
    expect((await bring(desk, edited)).refusal).toEqual({
      code: 'form-question-edited',
      params: { cells: cellName(FIRST_ROW, at('objective')), count: 1 },
    });
    const forged = await office.edit(form, [['type', 'tenken', 'B2', '7']]);
    expect((await bring(desk, forged)).refusal?.code).toBe('form-foreign');
  });

  it('may lack rows, whose answers then stand', async () => {
    const desk = await launchedForm(bank, outside);
    await save(desk, '1', '画面で');
    const form = await download(desk);
    const { cell, rowOf } = await placesIn(form);
    const filled = await office.edit(form, [
      ['type', SHEET, cell('3', 'current'), 'シートで'],
      ['unprotect', SHEET],
      ['remove', SHEET, rowOf('1') + 1, rowOf('2')],
    ]);
    await bring(desk, filled);
    expect((await show(desk)).waiting).toMatchObject({ read: 53, lines: [{ number: '3' }] });
    expect(await take(desk)).toEqual({ written: 1 });
    expect((await itemOf(desk, '1')).content.current).toBe('画面で');
  });
});
