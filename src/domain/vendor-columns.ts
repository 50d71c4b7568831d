/** The vendor table as a file: one row a service, the vendor's own columns repeated or left blank in the rows below. */
export const VENDOR_COLUMNS = [
  { key: 'name', of: 'vendor', ja: '会社名', en: 'Vendor name', width: 28 },
  { key: 'kana', of: 'vendor', ja: '会社名カナ', en: 'Kana', width: 24 },
  { key: 'corporateNumber', of: 'vendor', ja: '法人番号', en: 'Corporate number', width: 16 },
  { key: 'registrationNumber', of: 'vendor', ja: '電代業登録番号', en: 'Registration number', width: 22 },
  { key: 'registrationBureau', of: 'vendor', ja: '財務局', en: 'Finance bureau', width: 16 },
  { key: 'registrationCheckedOn', of: 'vendor', ja: '登録確認日', en: 'Registration checked on', width: 12 },
  { key: 'dataLocation', of: 'vendor', ja: 'データの所在地', en: 'Data location', width: 20 },
  { key: 'notes', of: 'vendor', ja: '備考', en: 'Notes', width: 30 },
  { key: 'serviceName', of: 'service', ja: 'サービス名', en: 'Service name', width: 24 },
  { key: 'criticality', of: 'service', ja: '重要度', en: 'Criticality', width: 9 },
  { key: 'apiKinds', of: 'service', ja: 'API種別', en: 'API kinds', width: 16 },
  { key: 'contractDate', of: 'service', ja: '契約日', en: 'Contract date', width: 12 },
  { key: 'contactName', of: 'contact', ja: '担当者名', en: 'Contact name', width: 16 },
  { key: 'contactDepartment', of: 'contact', ja: '部署', en: 'Department', width: 20 },
  { key: 'contactAddress', of: 'contact', ja: 'メールアドレス', en: 'E-mail', width: 28 },
  { key: 'contactLanguage', of: 'contact', ja: '言語', en: 'Language', width: 9 },
] as const;

export type VendorColumn = (typeof VENDOR_COLUMNS)[number]['key'];
export const VENDOR_COLUMN_KEYS = VENDOR_COLUMNS.map(({ key }) => key) as [VendorColumn, ...VendorColumn[]];

/** Words of a cell by what they stand for, as they are written out; each is read back in either language. */
export const VENDOR_WORDS = {
  criticality: { high: ['高', 'High'], medium: ['中', 'Medium'], low: ['低', 'Low'] },
  apiKinds: { reference: ['参照系', 'Reference'], update: ['更新系', 'Update'] },
  contactLanguage: { ja: ['日本語', 'Japanese'], en: ['英語', 'English'] },
} as const satisfies Partial<Record<VendorColumn, Record<string, readonly [ja: string, en: string]>>>;

export type WordColumn = keyof typeof VENDOR_WORDS;

/** What is compared of heads, words and names: width and case folded, white space left out. */
export function foldCell(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, '');
}

const HEADS = new Map<string, VendorColumn>(
  VENDOR_COLUMNS.flatMap(({ key, ja, en }) => [
    [foldCell(ja), key],
    [foldCell(en), key],
  ]),
);
/** Lines that may stand above the heads: a title, a date. */
const MAX_LINES_ABOVE = 20;

export interface VendorTableRow {
  /** As the spreadsheet counts it, from 1. */
  row: number;
  /** Cells of the known columns; a blank one is left out. */
  cells: Partial<Record<VendorColumn, string>>;
}
export interface VendorTable {
  rows: VendorTableRow[];
  /** Heads that mean nothing here, as they stand: their columns are not taken in. */
  unknownHeads: string[];
}

/** The table below the row of heads, in whatever order its columns are; null without a column of vendor names. */
export function vendorTableOf(rows: readonly (readonly string[])[]): VendorTable | null {
  const above = rows
    .slice(0, MAX_LINES_ABOVE)
    .findIndex((row) => row.some((cell) => HEADS.get(foldCell(cell)) === 'name'));
  if (above < 0) return null;
  const columns = new Map<number, VendorColumn>();
  const unknownHeads: string[] = [];
  for (const [index, head] of (rows[above] ?? []).entries()) {
    const key = HEADS.get(foldCell(head));
    // Of two columns with one head the first counts, and the other is reported.
    if (key !== undefined && ![...columns.values()].includes(key)) columns.set(index, key);
    else if (head.trim() !== '') unknownHeads.push(head.trim());
  }
  const below = rows
    .slice(above + 1)
    .map((cells, index) => ({ row: above + 2 + index, cells: cellsOf(cells, columns) }));
  return { rows: below.filter(({ cells }) => Object.keys(cells).length > 0), unknownHeads };
}

function cellsOf(row: readonly string[], columns: ReadonlyMap<number, VendorColumn>): VendorTableRow['cells'] {
  const cells: VendorTableRow['cells'] = {};
  for (const [index, key] of columns) {
    const cell = row[index]?.trim() ?? '';
    if (cell !== '') cells[key] = cell;
  }
  return cells;
}
