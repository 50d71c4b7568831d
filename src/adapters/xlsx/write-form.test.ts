import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { type FormSpec, writeForm } from './write-form';

const PROMPT = { title: '求められている情報', text: '名前を残して記入' };
const COLUMNS: FormSpec['columns'] = [
  { head: '通番', group: null, width: 5, open: false, choices: [], shutBy: null, prompt: null },
  { head: '手法例', group: null, width: 20, open: false, choices: [], shutBy: null, prompt: null },
  { head: '状況', group: '現在', width: 9, open: true, choices: ['充足', '未充足'], shutBy: null, prompt: null },
  { head: '求められている情報', group: '現在', width: 9, open: true, choices: [], shutBy: '－', prompt: PROMPT },
];
const HEADS = 2;
const POINTS = 14.5;

async function written(rows: FormSpec['rows']) {
  const bytes = await writeForm({
    sheetName: '回答用シート',
    author: 'あおば銀行',
    created: new Date('2026-11-24T00:00:00Z'),
    title: ['表題'],
    columns: COLUMNS,
    rows,
    hidden: { sheetName: 'tenken', rows: [['a']] },
  });
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  const [sheet, hidden] = sheets;
  if (!sheet || !hidden) throw new Error('the form lacks a sheet');
  return { sheet, hidden, heightOf: (row: number) => sheet.rowDefs?.get(row)?.height ?? 0 };
}

describe('the form as a sheet', () => {
  it('has room for its heads, which a narrow column breaks over lines', async () => {
    const { heightOf } = await written([]);
    expect(heightOf(1)).toBeGreaterThan(POINTS);
    expect(heightOf(HEADS)).toBeGreaterThan(2 * POINTS);
  });

  it('cuts no printed text off: a row beyond what a sheet allows stands over several, merged', async () => {
    const lines = Array.from({ length: 60 }, (_, at) => `${at + 1} 手法`).join('\n');
    const { sheet, heightOf } = await written([
      ['1', '手法', '充足', ''],
      ['2', lines, '', ''],
      ['3', '手法', '', ''],
    ]);
    expect(sheet.rows.map(([number]) => number ?? '')).toEqual(['表題', '通番', '', '1', '2', '', '', '3']);
    expect(heightOf(4) + heightOf(5) + heightOf(6)).toBeGreaterThan(60 * POINTS);
    for (const row of [4, 5, 6]) expect(heightOf(row)).toBeLessThanOrEqual(409);
    for (const column of COLUMNS.keys())
      expect(sheet.merges).toContainEqual({ startRow: 4, endRow: 6, startCol: column, endCol: column });
  });

  it('protects a cell that has nothing to be typed into, and says beside the others how to type', async () => {
    const { sheet } = await written([
      ['1', '手法', '', '－'],
      ['2', '手法', '', '番号：'],
    ]);
    expect([3, 4].map((row) => sheet.cells?.get(`${row},3`)?.style?.protection?.locked)).toEqual([true, false]);
    expect(sheet.dataValidations?.[1]).toMatchObject({
      range: 'D4:D5',
      showInputMessage: true,
      inputTitle: PROMPT.title,
      inputMessage: PROMPT.text,
    });
    expect(sheet.dataValidations?.[1]?.showErrorMessage ?? false).toBe(false);
  });

  it('is open where somebody answers and protected elsewhere, prints on A4 with its head, and hides its seal', async () => {
    const { sheet, hidden } = await written([['1', '手法', '', '']]);
    const lockedAt = (column: number) => sheet.cells?.get(`3,${column}`)?.style?.protection?.locked;
    expect([0, 1, 2, 3].map(lockedAt)).toEqual([true, true, false, false]);
    expect(sheet.protection?.sheet).toBe(true);
    expect(sheet.dataValidations?.[0]).toMatchObject({ type: 'list', values: ['充足', '未充足'] });
    expect(sheet.pageSetup).toMatchObject({ paperSize: 'a4', orientation: 'landscape', fitToWidth: 1 });
    expect(hidden).toMatchObject({ name: 'tenken', hidden: true });
  });
});
