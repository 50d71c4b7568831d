import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeCsv } from '@/adapters/csv/write-csv';
import { writeForm } from '@/adapters/xlsx/write-form';
import { writeWorkbook } from '@/adapters/xlsx/write-workbook';
import { type Office, openOffice } from './office.fixture';

/** What a spreadsheet takes for a formula, a command or a number, in half and full width. */
const HOSTILE = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1)',
  '\t=1+1',
  '\n=1+1',
  'x\n=1+1',
  'x\r=1+1',
  '\u0000=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("https://evil.example","x")',
  '=WEBSERVICE("https://evil.example")',
  '"=1+1',
  ';=1+1',
  ',=1+1',
  ' =1+1',
];
const CREATED = new Date('2026-11-24T00:00:00Z');

let office: Office;
beforeAll(() => {
  office = openOffice();
});
afterAll(() => office.close());

/** How many formulas LibreOffice sees in the whole of the file, and the text of a cell each. */
async function opened(file: Uint8Array, ending: 'xlsx' | 'csv', cells: readonly string[]) {
  const [formulas, ...texts] = await office.carry(file, ending, [
    ['formulas'],
    ...cells.map((cell) => ['text', 0, cell] as const),
  ]);
  return { formulas: formulas?.[0], texts: texts.map(([text]) => text ?? '') };
}
const down = (column: string, from: number) => HOSTILE.map((_text, row) => `${column}${row + from}`);

it('finds a formula where there is one', async () => {
  expect(await opened(Buffer.from('a,=1+1\r\n'), 'csv', ['B1'])).toEqual({ formulas: '1', texts: ['2'] });
}, 120_000);

it('finds none in an exported workbook, whose cells say what was typed', async () => {
  const rows = HOSTILE.map((text) => [text, 1]);
  const columns = [
    { header: '=1+1', width: 20 },
    { header: 'x', width: 5 },
  ];
  const sheets = [{ name: "='x'!A1", title: ['=1+1'], columns, rows }];
  const { formulas, texts } = await opened(
    await writeWorkbook({ title: '=1+1', author: '@x', created: CREATED, sheets }),
    'xlsx',
    down('A', 3),
  );
  expect(formulas).toBe('0');
  expect(texts.filter((text) => text === '2')).toEqual([]);
  expect(texts[0]).toBe('=1+1');
}, 120_000);

it('finds none in a form, printed or typed', async () => {
  const form = await writeForm({
    sheetName: '=1+1',
    author: '=1+1',
    created: CREATED,
    title: ['=1+1'],
    columns: ['=1+1', '+1'].map((head) => ({
      head,
      group: '=2',
      width: 20,
      open: true,
      choices: ['=1+1', '@x'],
      shutBy: null,
      prompt: { title: '=1+1', text: '=1+1' },
    })),
    rows: HOSTILE.map((text) => [text, text]),
    hidden: { sheetName: 'tenken', rows: HOSTILE.map((text) => [text]) },
  });
  const { formulas, texts } = await opened(form, 'xlsx', down('B', 4));
  expect(formulas).toBe('0');
  expect(texts[0]).toBe('=1+1');
}, 120_000);

it('finds none in an exported table of text', async () => {
  const { formulas, texts } = await opened(writeCsv([['=1+1'], ...HOSTILE.map((text) => [text])]), 'csv', down('A', 2));
  expect(formulas).toBe('0');
  expect(texts.filter((text) => text === '2')).toEqual([]);
}, 120_000);
