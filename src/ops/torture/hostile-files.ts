import { randomBytes } from 'node:crypto';
import { deflateRawSync, gzipSync } from 'node:zlib';
import {
  type MadeEntry,
  madeWorkbook,
  madeZip,
  ONE_TEXT,
  textRow,
  textsNamedAsSheet,
  workbookEntries,
} from '@/adapters/xlsx/made-zip.fixture';

export interface HostileFile {
  name: string;
  make(): Uint8Array;
}

const PK = Buffer.from('504b0304', 'hex');
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const SHEETS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const HEAD = `<worksheet xmlns="${SHEETS}"><sheetData>`;
const TAIL = '</sheetData></worksheet>';
/** The names of the sheets that our form has, so that the reader comes as far as it can. */
const BOOK = `<workbook xmlns="${SHEETS}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="tenken" sheetId="1" r:id="rId1"/></sheets></workbook>`;

const text = (value: string) => Buffer.from(value, 'utf8');
const withMore = (...more: MadeEntry[]) => madeWorkbook({ workbook: BOOK, more });
const sheet = (inside: string) => madeWorkbook({ workbook: BOOK, sheet: inside });
const rows = (inside: string) => madeWorkbook({ workbook: BOOK, rows: inside });
/** Sound, and not ours: its seal is none. */
export const foreignWorkbook = () => rows(textRow(1, ['tenken-form-1', 'x', 'y']));
const cut = (share: number) => {
  const bytes = foreignWorkbook();
  return bytes.slice(0, Math.floor(bytes.length * share));
};
const repeated = (count: number, of: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => of(at)).join('');
const cell = (place: string, attributes: string, inside: string) =>
  `<row r="1"><c r="${place}" ${attributes}>${inside}</c></row>`;

/** What a form's upload may meet: other kinds of file, zips that lie, XML that swells or never ends, sheets gone wild. */
export const HOSTILE_FILES: readonly HostileFile[] = [
  { name: 'one byte', make: () => text('x') },
  { name: 'a zip’s first bytes alone', make: () => PK },
  { name: 'noise after them', make: () => Buffer.concat([PK, randomBytes(50_000)]) },
  { name: 'noise', make: () => randomBytes(200_000) },
  { name: 'zeros', make: () => Buffer.alloc(5_000_000) },
  { name: 'a PDF', make: () => text(`%PDF-1.7\n${'0 '.repeat(10_000)}`) },
  { name: 'a picture', make: () => Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), randomBytes(9_000)]) },
  { name: 'a page with a script', make: () => text('<html><script>fetch("/")</script></html>') },
  { name: 'a table of commas', make: () => text('通番,回答\n1,=cmd|calc\n'.repeat(5_000)) },
  { name: 'a gzip bomb', make: () => gzipSync(Buffer.alloc(200_000_000)) },
  { name: 'an Excel of 1997', make: () => Buffer.concat([OLE, Buffer.alloc(20_000)]) },
  {
    name: 'a workbook with a password',
    make: () =>
      Buffer.concat([OLE, Buffer.alloc(512), Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(9_000)]),
  },
  { name: 'cut off after a tenth', make: () => cut(0.1) },
  { name: 'cut off after a half', make: () => cut(0.5) },
  { name: 'cut off at the end', make: () => cut(0.98) },
  { name: 'a zip in a zip', make: () => madeZip([{ name: 'a.xlsx', content: Buffer.from(foreignWorkbook()) }]) },
  {
    name: 'a Word document',
    make: () =>
      madeWorkbook({ contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml' }),
  },
  { name: 'macros', make: () => withMore({ name: 'xl/vbaProject.bin', content: 'x' }) },
  { name: 'macros of Excel 4', make: () => withMore({ name: 'xl/macrosheets/sheet1.xml', content: '<x/>' }) },
  { name: 'external links', make: () => withMore({ name: 'xl/externalLinks/externalLink1.xml', content: '<x/>' }) },
  { name: 'an embedded object', make: () => withMore({ name: 'xl/embeddings/oleObject1.bin', content: 'x' }) },
  { name: 'ActiveX', make: () => withMore({ name: 'xl/activeX/activeX1.xml', content: '<x/>' }) },
  { name: 'an encrypted zip', make: () => madeZip(workbookEntries().map((each) => ({ ...each, encrypted: true }))) },
  { name: 'a directory that counts too many', make: () => madeZip(workbookEntries(), 900) },
  { name: 'a directory that counts none', make: () => madeZip(workbookEntries(), 0) },
  { name: 'a part twice', make: () => withMore({ name: 'XL/workbook.xml', content: '<x/>' }) },
  { name: 'a path that climbs out', make: () => withMore({ name: '../../../etc/passwd', content: 'x' }) },
  { name: 'a path from the root', make: () => withMore({ name: '/etc/passwd', content: 'x' }) },
  { name: 'a path of another system', make: () => withMore({ name: 'C:\\Windows\\x', content: 'x' }) },
  { name: 'a name of 60,000 letters', make: () => withMore({ name: `xl/${'a'.repeat(60_000)}`, content: 'x' }) },
  { name: 'a name that ends in nothing', make: () => withMore({ name: 'xl/a\u0000.xml', content: 'x' }) },
  {
    name: 'more than 2,000 parts',
    make: () => withMore(...Array.from({ length: 2_001 }, (_, at) => ({ name: `xl/m/${at}`, content: '' }))),
  },
  { name: 'a bomb by ratio', make: () => withMore({ name: 'xl/m/a.xml', content: Buffer.alloc(30_000_000, 32) }) },
  {
    name: 'a bomb that says it is small',
    make: () => withMore({ name: 'xl/m/a.xml', content: Buffer.alloc(30_000_000, 32), saidSize: 30_000 }),
  },
  {
    name: 'a part that says it is empty',
    make: () => withMore({ name: 'xl/m/a.xml', content: 'x'.repeat(9_000), saidSize: 0 }),
  },
  {
    name: '64 MB over many parts',
    make: () =>
      withMore(
        ...Array.from({ length: 6 }, (_, at) => ({
          name: `xl/m/${at}.bin`,
          content: Buffer.concat(
            Array.from({ length: 1_200 }, () => Buffer.concat([randomBytes(128), Buffer.alloc(10_000)])),
          ),
        })),
      ),
  },
  {
    name: 'a stream that is no deflate',
    make: () => {
      const bytes = Buffer.from(foreignWorkbook());
      bytes.fill(0xff, 60, 120);
      return bytes;
    },
  },
  {
    name: 'entities that multiply',
    make: () =>
      sheet(
        `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${repeated(9, (at) => `<!ENTITY b${at} "&a;&a;&a;&a;&a;">`)}]>${HEAD}&b8;${TAIL}`,
      ),
  },
  {
    name: 'an entity from a file',
    make: () =>
      sheet(
        `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${HEAD}<row r="1"><c t="inlineStr"><is><t>&a;</t></is></c></row>${TAIL}`,
      ),
  },
  { name: 'an entity from the net', make: () => sheet(`<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">${HEAD}${TAIL}`) },
  { name: 'a sheet that never ends', make: () => sheet(`${HEAD}<row r="1"><c t="inlineStr"><is><t>a`) },
  {
    name: 'tags a hundred thousand deep',
    make: () => sheet(`${HEAD}${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}${TAIL}`),
  },
  {
    name: 'one attribute of 3 MB',
    make: () => sheet(`<worksheet xmlns="${SHEETS}" x="${randomBytes(1_500_000).toString('hex')}"><sheetData>${TAIL}`),
  },
  { name: 'a comment of 4 MB', make: () => sheet(`${HEAD}<!--${randomBytes(2_000_000).toString('hex')}-->${TAIL}`) },
  {
    name: 'bytes that are no UTF-8',
    make: () =>
      madeZip(
        workbookEntries({ workbook: BOOK }).map((each) =>
          each.name.includes('sheet1')
            ? { ...each, content: Buffer.concat([text(HEAD), randomBytes(9_000), text(TAIL)]) }
            : each,
        ),
      ),
  },
  {
    name: 'a sheet in UTF-16',
    make: () =>
      madeZip(
        workbookEntries({ workbook: BOOK }).map((each) =>
          each.name.includes('sheet1') ? { ...each, content: Buffer.from(`\uFEFF${HEAD}${TAIL}`, 'utf16le') } : each,
        ),
      ),
  },
  {
    name: 'a workbook without sheets',
    make: () => madeWorkbook({ workbook: `<workbook xmlns="${SHEETS}"><sheets/></workbook>` }),
  },
  {
    name: 'ten thousand sheets',
    make: () =>
      madeWorkbook({
        workbook: `<workbook xmlns="${SHEETS}"><sheets>${repeated(10_000, (at) => `<sheet name="s${at}" sheetId="${at + 1}" r:id="rId1"/>`)}</sheets></workbook>`,
      }),
  },
  {
    name: 'a sheet that is not there',
    make: () => madeWorkbook({ workbook: BOOK, without: ['xl/worksheets/sheet1.xml'] }),
  },
  { name: 'no relations', make: () => madeWorkbook({ workbook: BOOK, without: ['xl/_rels/workbook.xml.rels'] }) },
  {
    name: 'a row that is no number',
    make: () => rows('<row r="abc"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>'),
  },
  { name: 'a row below zero', make: () => rows('<row r="-5"><c r="A-5"><v>1</v></c></row>') },
  {
    name: 'the last cell of all',
    make: () => rows('<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'),
  },
  { name: 'a cell beyond the last', make: () => rows('<row r="99999999"><c r="ZZZZZZ99999999"><v>1</v></c></row>') },
  {
    name: 'a cell twice',
    make: () => rows(cell('A1', '', '<v>1</v>').replace('</row>', '<c r="A1"><v>2</v></c></row>')),
  },
  { name: 'a text beyond the table', make: () => rows(cell('A1', 't="s"', '<v>999999999</v>')) },
  { name: 'a style beyond the table', make: () => rows(cell('A1', 's="999999999"', '<v>1</v>')) },
  { name: 'a date beyond all calendars', make: () => rows(cell('A1', 's="1"', '<v>1e300</v>')) },
  { name: 'a number that is none', make: () => rows(cell('A1', '', '<v>NaN</v>')) },
  { name: 'a formula', make: () => rows(cell('A1', '', '<f>WEBSERVICE("http://127.0.0.1:9")</f><v>1</v>')) },
  {
    name: 'a formula over everything',
    make: () => rows(cell('A1', '', '<f t="array" ref="A1:XFD1048576">1</f><v>1</v>')),
  },
  { name: 'a cell of 5 MB', make: () => rows(textRow(1, [randomBytes(2_600_000).toString('hex')])) },
  { name: 'a hundred thousand rows', make: () => rows(repeated(100_000, (at) => textRow(at + 1, [String(at)]))) },
  { name: 'a million empty rows', make: () => rows(repeated(1_000_000, (at) => `<row r="${at + 1}"/>`)) },
  {
    name: 'a text table of 1.2 million',
    make: () =>
      madeWorkbook({
        workbook: BOOK,
        strings: repeated(1_200_000, (at) => `<si><t>${at}</t></si>`),
        rows: ONE_TEXT,
      }),
  },
  { name: 'a text table that calls itself a sheet', make: () => textsNamedAsSheet(400_000, BOOK) },
  {
    name: 'a text of a hundred thousand runs',
    make: () =>
      madeWorkbook({
        workbook: BOOK,
        strings: `<si>${'<r><t>a</t></r>'.repeat(100_000)}</si>`,
        rows: cell('A1', 't="s"', '<v>0</v>'),
      }),
  },
  {
    name: 'a hundred thousand merges',
    make: () =>
      sheet(
        `${HEAD}</sheetData><mergeCells>${repeated(100_000, (at) => `<mergeCell ref="A${at + 1}:XFD${at + 1}"/>`)}</mergeCells></worksheet>`,
      ),
  },
  {
    name: 'a merge over everything',
    make: () =>
      sheet(
        `${HEAD}${textRow(1, ['x'])}</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>`,
      ),
  },
  { name: 'a seal that is none', make: foreignWorkbook },
  {
    name: 'noise in a good zip',
    make: () =>
      madeZip([
        { name: '[Content_Types].xml', content: randomBytes(9_000) },
        { name: 'xl/workbook.xml', content: deflateRawSync(randomBytes(9_000)) },
      ]),
  },
];
