import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  type MadeEntry,
  madeWorkbook,
  madeZip,
  ONE_TEXT,
  textRow,
  textsNamedAsSheet,
  workbookEntries,
} from './made-zip.fixture';
import { readWorkbook } from './read-workbook';
import { guardWorkbook } from './workbook-guard';
import { writeWorkbook } from './write-workbook';

/** What a file does is told apart from how busy the machine is: here nothing runs out of time but where that is the point. */
const LIMITS = { maxRows: 5_000, maxColumns: 20, maxCellChars: 4_000, caps: { withinMs: 120_000 } };
const read = (bytes: Uint8Array, sheet?: string) => readWorkbook(bytes, { ...LIMITS, ...(sheet ? { sheet } : {}) });
const codeOf = async (bytes: Uint8Array) => {
  const answer = await read(bytes);
  return 'failure' in answer ? answer.failure.code : 'read';
};
const withMore = (...more: MadeEntry[]) => madeWorkbook({ rows: textRow(1, ['会社名']), more });

describe('a workbook as Excel writes it', () => {
  it('is read back as it was written', async () => {
    const bytes = await writeWorkbook({
      title: '一覧',
      author: '',
      created: new Date('2026-11-27T00:00:00Z'),
      sheets: [
        {
          name: '一覧',
          columns: [
            { header: '会社名', width: 9 },
            { header: '番号', width: 9 },
          ],
          rows: [['=1+1 _x000D_', 7_000_012_050_002]],
        },
      ],
    });
    expect(await read(bytes)).toEqual({
      rows: [
        ['会社名', '番号'],
        ['=1+1 _x000D_', '7000012050002'],
      ],
    });
  });

  it('joins rich text, leaves readings of kanji out and decodes its escapes', async () => {
    const strings = `<si><r><t>株式</t></r><r><rPr><b/></rPr><t>会社</t></r><rPh sb="0" eb="2"><t>カブシキ</t></rPh></si><si><t>銀行</t><rPh sb="0" eb="2"><t>ギンコウ</t></rPh><phoneticPr fontId="1"/></si><si><t>一行_x000D_
二行</t></si>`;
    const rows =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>';
    expect(await read(madeWorkbook({ strings, rows }))).toEqual({ rows: [['株式会社', '銀行', '一行\n二行']] });
  });

  it('gives a date cell as a date, a number as written and a blank as nothing', async () => {
    const rows =
      '<row r="2"><c r="A2" s="1"><v>46113</v></c><c r="C2"><v>46113</v></c><c r="D2" t="b"><v>1</v></c></row>';
    expect(await read(madeWorkbook({ rows }))).toEqual({
      rows: [
        ['', '', '', ''],
        ['2026-04-01', '', '46113', 'TRUE'],
      ],
    });
  });

  it('reads the first sheet that is shown, or the one that is named', async () => {
    const spec = (name: string) => ({ name, columns: [{ header: name, width: 9 }], rows: [] });
    const bytes = await writeWorkbook({
      title: '',
      author: '',
      created: new Date(0),
      sheets: [spec('一'), spec('二')],
    });
    expect(await read(bytes)).toEqual({ rows: [['一']] });
    expect(await read(bytes, '二')).toEqual({ rows: [['二']] });
    expect(await read(bytes, '三')).toEqual({ failure: { code: 'file-sheet-missing', params: {} } });
  });

  it('does not mind formatted but empty cells far below and far right', async () => {
    const rows = `${textRow(1, ['会社名'])}<row r="1048576"><c r="A1048576" s="1"/><c r="XFD1048576" s="1"/></row>`;
    expect(await read(madeWorkbook({ rows }))).toEqual({ rows: [['会社名']] });
  });
});

describe('a formula is refused by its cell', () => {
  it.each([
    ['a plain one', '<c r="C7"><f>1+1</f><v>2</v></c>', 'C7'],
    ['one with a text for a value', '<c r="B7" t="str"><f>HYPERLINK("http://x.example")</f><v>x</v></c>', 'B7'],
    ['a follower of a shared one', '<c r="C7"><f t="shared" si="0"/><v>2</v></c>', 'C7'],
    ['one of an array', '<c r="T7"><f t="array" ref="T7">SUM(A1:A2)</f><v>2</v></c>', 'T7'],
  ])('%s', async (_name, cell, place) => {
    const bytes = madeWorkbook({ rows: `${textRow(1, ['会社名'])}<row r="7">${cell}</row>` });
    expect(await read(bytes)).toEqual({ failure: { code: 'file-formula', params: { cell: place } } });
  });
});

describe('a file that is not what its name says', () => {
  it.each<[string, Uint8Array, string]>([
    ['an empty one', Buffer.alloc(0), 'file-empty'],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj'), 'file-kind-unknown'],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'file-kind-unknown'],
    ['a web page that Excel would open', Buffer.from('<html><table><tr><td>1'), 'file-kind-unknown'],
    ['an old .xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), 'file-old-excel'],
    [
      'a workbook with a password',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(512),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'file-encrypted',
    ],
    ['a zip of something else', madeZip([{ name: 'a.txt', content: 'a' }]), 'file-kind-unknown'],
    ['an empty zip', Buffer.from('504b0506000000000000000000000000000000000000', 'hex'), 'file-kind-unknown'],
    [
      'a Word document',
      madeZip([
        {
          name: '[Content_Types].xml',
          content: '<Types><Override ContentType="…wordprocessingml.document.main+xml"/></Types>',
        },
        { name: 'word/document.xml', content: '<w/>' },
      ]),
      'file-kind-unknown',
    ],
    ['a workbook without a workbook', madeWorkbook({ without: ['xl/workbook.xml'] }), 'file-kind-unknown'],
    ['a workbook without content types', madeWorkbook({ without: ['[Content_Types].xml'] }), 'file-kind-unknown'],
    ['wrong content types', madeWorkbook({ contentType: 'text/plain' }), 'file-kind-unknown'],
    ['a workbook without a cell', madeWorkbook(), 'file-empty'],
    ['a workbook without its sheet', madeWorkbook({ without: ['xl/worksheets/sheet1.xml'] }), 'file-broken'],
  ])('%s', async (_name, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code);
  });
});

describe('a file made to harm', () => {
  it.each<[string, () => Uint8Array, string]>([
    [
      'a zip that is encrypted',
      () => madeZip(workbookEntries().map((entry) => ({ ...entry, encrypted: true }))),
      'file-encrypted',
    ],
    ['macros', () => withMore({ name: 'xl/vbaProject.bin', content: 'x' }), 'file-macro'],
    ['macros of Excel 4', () => withMore({ name: 'xl/macrosheets/sheet1.xml', content: '<x/>' }), 'file-macro'],
    [
      'macros that only the content type admits',
      () => madeWorkbook({ contentType: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml spreadsheetml' }),
      'file-macro',
    ],
    ['external links', () => withMore({ name: 'xl/externalLinks/externalLink1.xml', content: '<x/>' }), 'file-linked'],
    ['an embedded object', () => withMore({ name: 'xl/embeddings/oleObject1.bin', content: 'x' }), 'file-linked'],
    ['ActiveX', () => withMore({ name: 'xl/activeX/activeX1.xml', content: '<x/>' }), 'file-linked'],
    [
      'a bomb by ratio',
      () => withMore({ name: 'xl/media/a.xml', content: Buffer.alloc(20_000_000, 32) }),
      'file-inflates',
    ],
    [
      'a bomb that says it is small',
      () => withMore({ name: 'xl/media/a.xml', content: Buffer.alloc(20_000_000, 32), saidSize: 20_000 }),
      'file-broken',
    ],
    [
      'one part beyond 32 MB',
      () => withMore({ name: 'xl/media/a.bin', content: 'a', saidSize: 33 * 1024 * 1024 }),
      'file-inflates',
    ],
    [
      '64 MB over many parts',
      () =>
        withMore(
          ...Array.from({ length: 6 }, (_, index) => ({
            name: `xl/media/${index}.bin`,
            content: Buffer.concat(
              Array.from({ length: 1_200 }, () => Buffer.concat([randomBytes(128), Buffer.alloc(10_000)])),
            ),
          })),
        ),
      'file-inflates',
    ],
    [
      'more than 2,000 parts',
      () => withMore(...Array.from({ length: 2_001 }, (_, index) => ({ name: `xl/media/${index}`, content: '' }))),
      'file-inflates',
    ],
    ['a part twice', () => withMore({ name: 'XL/workbook.xml', content: '<x/>' }), 'file-broken'],
    ['a path that climbs out', () => withMore({ name: '../../etc/passwd', content: 'x' }), 'file-broken'],
    [
      'entities that multiply',
      () =>
        madeWorkbook({
          sheet: '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>',
        }),
      'file-broken',
    ],
    ['a directory that counts wrong', () => madeZip(workbookEntries(), 40), 'file-broken'],
    ['a truncated file', () => madeWorkbook({ rows: textRow(1, ['会社名']) }).slice(0, 900), 'file-broken'],
    [
      'noise after the first bytes',
      () => Buffer.concat([Buffer.from('504b0304', 'hex'), randomBytes(4_000)]),
      'file-broken',
    ],
    [
      'a sheet cut off in the middle',
      () => madeWorkbook({ sheet: '<worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>会社' }),
      'file-broken',
    ],
    ['11 MB', () => Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(11 * 1024 * 1024)]), 'file-too-large'],
  ])('%s', async (_name, make, code) => {
    expect(await codeOf(make())).toBe(code);
  });

  it('a cell of 5 MB is named', async () => {
    const text = randomBytes(2_600_000).toString('hex');
    const bytes = madeWorkbook({ rows: textRow(1, ['会社名']) + textRow(2, ['a', text]) });
    expect(await read(bytes)).toEqual({ failure: { code: 'file-cell-too-large', params: { cell: 'B2', max: 4_000 } } });
  });

  it('100,000 rows are too many', async () => {
    const rows = Array.from({ length: 100_000 }, (_, index) =>
      textRow(index + 1, [`会社${index}`, randomBytes(6).toString('hex')]),
    );
    expect(await read(madeWorkbook({ rows: rows.join('') }))).toEqual({
      failure: { code: 'file-too-many-rows', params: { max: 5_000 } },
    });
  });

  it('one text far below or far right is not overlooked', async () => {
    const below = `${textRow(1, ['会社名'])}<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>x</t></is></c></row>`;
    expect(await codeOf(madeWorkbook({ rows: below }))).toBe('file-too-many-rows');
    const right = '<row r="1"><c r="XFD1" t="inlineStr"><is><t>x</t></is></c></row>';
    expect(await codeOf(madeWorkbook({ rows: right }))).toBe('file-too-many-columns');
  });

  it('what takes too long is ended, and says so', async () => {
    const rows = Array.from({ length: 4_000 }, (_, index) => textRow(index + 1, [`会社${index}`])).join('');
    const answer = await readWorkbook(madeWorkbook({ rows }), { ...LIMITS, caps: { withinMs: 1 } });
    expect(answer).toEqual({ failure: { code: 'file-time-out', params: {} } });
  });

  it('a text table that would fill the memory is refused unread, one of five thousand rows with readings is read', async () => {
    const text = (index: number) => `<si><t>${index}</t></si>`;
    const strings = Array.from({ length: 1_200_000 }, (_, index) => text(index)).join('');
    const bytes = madeWorkbook({ strings, rows: ONE_TEXT });
    expect(await guardWorkbook(bytes)).toEqual({ failure: { code: 'file-inflates', params: {} } });
    const spoken = (index: number) =>
      `<si><t>株式会社口座情報連携${index}</t><rPh sb="0" eb="4"><t>カブシキガイシャ</t></rPh></si>`;
    const rows = Array.from({ length: 5_000 }, (_, row) => {
      const cells = Array.from({ length: 10 }, (_cell, column) => `<c t="s"><v>${row * 10 + column}</v></c>`);
      return `<row r="${row + 1}">${cells.join('')}</row>`;
    });
    const honest = Array.from({ length: 50_000 }, (_, index) => spoken(index)).join('');
    const table = await read(madeWorkbook({ strings: honest, rows: rows.join('') }));
    expect('rows' in table && table.rows.at(-1)?.at(-1)).toBe('株式会社口座情報連携49999');
  }, 120_000);

  it('a text table that calls itself a sheet is refused unread, however small', async () => {
    expect(await guardWorkbook(textsNamedAsSheet(400_000))).toEqual({ failure: { code: 'file-broken', params: {} } });
    expect(await codeOf(textsNamedAsSheet(1))).toBe('file-broken');
  });

  it('what fills the memory of its thread ends the thread, and the process goes on', async () => {
    const strings = Array.from({ length: 100_000 }, (_, index) => `<si><t>${index}</t></si>`).join('');
    const bytes = madeWorkbook({ strings, rows: ONE_TEXT });
    const small = await readWorkbook(bytes, { ...LIMITS, caps: { ...LIMITS.caps, heapMegabytes: 12 } });
    expect(small).toEqual({ failure: { code: 'file-inflates', params: {} } });
    expect(await codeOf(bytes)).toBe('read');
  }, 120_000);
});
