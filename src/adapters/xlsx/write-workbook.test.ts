import { inflateRawSync } from 'node:zlib';
import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { MAX_CELL_LENGTH, sheetName } from './cell-text';
import { type SheetSpec, writeWorkbook } from './write-workbook';

const SHEET: SheetSpec = {
  name: '回答一覧',
  title: ['API接続チェックリスト', '株式会社ミライ家計簿'],
  columns: [
    { header: '通番', width: 6 },
    { header: '現在の対応状況', width: 60 },
  ],
  rows: [
    [1, '実施済み\n二行目'],
    [2, null],
  ],
};

const write = (...sheets: SheetSpec[]) =>
  writeWorkbook({ title: '点検', author: 'あおば銀行', created: new Date('2026-11-27T00:00:00Z'), sheets });

async function cellsOf(bytes: Uint8Array): Promise<unknown[][]> {
  const { sheets } = await readXlsx(bytes);
  return sheets[0]?.rows ?? [];
}

/** The entries of a zip by name, through its central directory. */
function unzip(bytes: Uint8Array): Map<string, string> {
  const zip = Buffer.from(bytes);
  const end = zip.lastIndexOf(Buffer.from('504b0506', 'hex'));
  const entries = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(from, from + zip.readUInt32LE(at + 20));
    entries.set(name, (zip.readUInt16LE(at + 10) === 0 ? data : inflateRawSync(data)).toString('utf8'));
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

describe('a workbook', () => {
  it('reads back as it was given', async () => {
    expect(await cellsOf(await write(SHEET))).toEqual([
      ['API接続チェックリスト', null],
      ['株式会社ミライ家計簿', null],
      ['通番', '現在の対応状況'],
      [1, '実施済み\n二行目'],
      [2, null],
    ]);
  });

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1+1',
    '\u0000=1+1',
    '＝1+1',
    '=cmd|"/c calc"!A1',
    "'=1",
    '\n=1',
    '1',
    'TRUE',
  ])('keeps %j as text and never as a formula', async (text) => {
    const bytes = await write({ ...SHEET, name: text, title: [text], rows: [[text, text]] });
    const rows = await cellsOf(bytes);
    expect(rows.at(-1)).toEqual([text.replace('\u0000', '\uFFFD'), text.replace('\u0000', '\uFFFD')]);
    const sheet = unzip(bytes).get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet).toContain('<sheetData');
    expect(sheet).not.toMatch(/<f[ >]/);
    expect(sheet.match(/<c [^>]*r="[AB]3"[^>]*>/g)?.every((cell) => /t="(?:s|inlineStr)"/.test(cell))).toBe(true);
  });

  it('shows what XML cannot hold as a replacement character and keeps the rest', async () => {
    const rows = await cellsOf(await write({ ...SHEET, rows: [['a\u0001b\uD800c\uFFFFd', '😀 _x000D_ <&> "é"']] }));
    expect(rows.at(-1)).toEqual(['a\uFFFDb\uFFFDc\uFFFDd', '😀 _x000D_ <&> "é"']);
  });

  it('goes on in the rows below with a text beyond the limit of a cell', async () => {
    const long = `${'あ'.repeat(MAX_CELL_LENGTH - 1)}😀${'い'.repeat(MAX_CELL_LENGTH)}終`;
    const rows = await cellsOf(
      await write({
        ...SHEET,
        title: [],
        rows: [
          [1, long],
          [2, '次'],
        ],
      }),
    );
    const column = rows.slice(1, -1).map((row) => String(row[1]));
    expect(column.every((piece) => piece.length <= MAX_CELL_LENGTH)).toBe(true);
    expect(column.join('')).toBe(long);
    expect(rows.slice(2, -1).every((row) => row[0] === null)).toBe(true);
    expect(rows.at(-1)).toEqual([2, '次']);
  });

  it('prints on A4 landscape with the header row on every page, the page number below and ruled, wrapped cells', async () => {
    const parts = unzip(await write(SHEET));
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet).toMatch(/<pageSetup[^>]*paperSize="9"/);
    expect(sheet).toMatch(/<pageSetup[^>]*orientation="landscape"/);
    expect(sheet).toMatch(/<pane[^>]*ySplit="3"[^>]*state="frozen"/);
    expect(sheet).toContain('&amp;P / &amp;N');
    expect(parts.get('xl/workbook.xml')).toMatch(/_xlnm\.Print_Titles[^<]*>'?回答一覧'?!\$3:\$3</);
    const styles = parts.get('xl/styles.xml') ?? '';
    expect(styles).toContain('游ゴシック');
    expect(styles).toContain('wrapText="true"');
    expect(styles).toContain('<left style="thin"');
  });

  it('names sheets as Excel takes them, each once', async () => {
    const names = ["'株式会社A/B:[本店]*?\\'", 'x'.repeat(40), 'X'.repeat(40), ''];
    const { sheets } = await readXlsx(await write(...names.map((name) => ({ ...SHEET, name }))));
    const written = sheets.map(({ name }) => name);
    expect(new Set(written.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of written) {
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).not.toMatch(/[[\]:*?/\\]|^'|'$|^$/);
    }
    expect(sheetName('回答', new Set(['回答']))).toBe('回答 (2)');
  });
});
