import { crc32, deflateRawSync } from 'node:zlib';

export interface MadeEntry {
  name: string;
  content: Buffer | string;
  stored?: boolean;
  encrypted?: boolean;
  /** What the headers say instead of the truth. */
  saidSize?: number;
}

/** A zip written by hand, so that a test can lie in its headers. */
export function madeZip(entries: readonly MadeEntry[], saidCount = entries.length): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const raw = Buffer.from(entry.content);
    const data = entry.stored ? raw : deflateRawSync(raw, { level: 9 });
    const name = Buffer.from(entry.name, 'utf8');
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800 | (entry.encrypted ? 1 : 0), 2);
    common.writeUInt16LE(entry.stored ? 0 : 8, 4);
    common.writeUInt32LE(crc32(raw), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(entry.saidSize ?? raw.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, name, data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), common, rest, name]));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(saidCount, 8);
  end.writeUInt16LE(saidCount, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}

const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEETS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export interface MadeWorkbook {
  /** The inside of sheetData. */
  rows?: string;
  /** The whole of the sheet's part instead. */
  sheet?: string;
  strings?: string;
  styles?: string;
  contentType?: string;
  workbook?: string;
  more?: readonly MadeEntry[];
  without?: readonly string[];
}

/** The entries of a small workbook, each part replaceable. */
export function workbookEntries(made: MadeWorkbook = {}): MadeEntry[] {
  const relation = (id: number, kind: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
  const relations = (inside: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
  const entries: MadeEntry[] = [
    {
      name: '[Content_Types].xml',
      content: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${made.contentType ?? MAIN}"/></Types>`,
    },
    { name: '_rels/.rels', content: relations(relation(1, 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      content:
        made.workbook ??
        `<workbook xmlns="${SHEETS}" xmlns:r="${RELATIONS}"><sheets><sheet name="一覧" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations(
        relation(1, 'worksheet', 'worksheets/sheet1.xml') +
          relation(2, 'sharedStrings', 'sharedStrings.xml') +
          relation(3, 'styles', 'styles.xml'),
      ),
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: made.sheet ?? `<worksheet xmlns="${SHEETS}"><sheetData>${made.rows ?? ''}</sheetData></worksheet>`,
    },
    { name: 'xl/sharedStrings.xml', content: `<sst xmlns="${SHEETS}">${made.strings ?? ''}</sst>` },
    {
      name: 'xl/styles.xml',
      content:
        made.styles ??
        `<styleSheet xmlns="${SHEETS}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    },
    ...(made.more ?? []),
  ];
  return entries.filter(({ name }) => !made.without?.includes(name));
}

export const madeWorkbook = (made: MadeWorkbook = {}): Uint8Array => madeZip(workbookEntries(made));

/** A row of inline strings. */
export function textRow(number: number, cells: readonly string[]): string {
  const inside = cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('');
  return `<row r="${number}">${inside}</row>`;
}

/** The first text of the table in the first cell. */
export const ONE_TEXT = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>';

/** A text table under a sheet's name: nothing but the reader's thread bounds what becomes of it. */
export function textsNamedAsSheet(count: number, workbook?: string): Uint8Array {
  const texts = Array.from({ length: count }, (_, at) => `<si><t>${at}</t></si>`).join('');
  const entries = workbookEntries({ workbook, rows: ONE_TEXT, without: ['xl/sharedStrings.xml'] });
  return madeZip([
    ...entries.map((entry) => ({
      ...entry,
      content: String(entry.content).replace('"sharedStrings.xml"', '"worksheets/texts.xml"'),
    })),
    { name: 'xl/worksheets/texts.xml', content: `<worksheet>${texts}</worksheet>` },
  ]);
}
