import { addressSchema } from './address';
import { calendarDateSchema } from './calendar-date';
import { isCorporateNumber } from './corporate-number';
import { freeTextSchema } from './free-text';
import { foldCell, VENDOR_WORDS, type VendorColumn, type WordColumn } from './vendor-columns';
import { eraYear } from './wareki';

/** What can be wrong with one cell, each with a sentence that says what to do. */
export const CELL_FAULTS = [
  'required',
  'text-too-long',
  'text-invalid',
  'corporate-number',
  'date',
  'choice',
  'address',
  'duplicate-corporate-number',
  'corporate-number-of-another',
  'ambiguous-name',
  'vendor-archived',
  'duplicate-vendor',
  'contradicts',
  'duplicate-service',
  'ambiguous-service',
  'service-archived',
] as const;
export type CellFault = (typeof CELL_FAULTS)[number];

/** A cell as it is stored: dates YYYY-MM-DD, words by what they stand for, several joined by a space. */
export type ReadCell = { value: string } | { fault: CellFault; params?: Record<string, string | number> };

const MAX_LENGTH = {
  name: 200,
  kana: 200,
  registrationNumber: 100,
  registrationBureau: 100,
  dataLocation: 500,
  notes: 5_000,
  serviceName: 200,
  contactName: 100,
  contactDepartment: 100,
} as const;

/** Reads one cell that is not blank. */
export function readVendorCell(column: VendorColumn, cell: string): ReadCell {
  switch (column) {
    case 'corporateNumber': {
      const digits = cell.normalize('NFKC').replaceAll(/[\s‐－-]/gu, '');
      return isCorporateNumber(digits) ? { value: digits } : { fault: 'corporate-number' };
    }
    case 'registrationCheckedOn':
    case 'contractDate':
      return readDate(cell);
    case 'criticality':
    case 'contactLanguage':
      return readWord(column, cell);
    case 'apiKinds':
      return readKinds(cell);
    case 'contactAddress': {
      const address = addressSchema.safeParse(cell);
      return address.success ? { value: address.data } : { fault: 'address' };
    }
    default:
      return readText(cell, MAX_LENGTH[column]);
  }
}

function readText(cell: string, max: number): ReadCell {
  const text = freeTextSchema(max).safeParse(cell);
  if (text.success) return { value: text.data };
  const tooLong = text.error.issues.some(({ message }) => message === 'text-too-long');
  return tooLong ? { fault: 'text-too-long', params: { max } } : { fault: 'text-invalid' };
}

function readWord(column: WordColumn, cell: string): ReadCell {
  const folded = foldCell(cell);
  for (const [value, words] of Object.entries<readonly string[]>(VENDOR_WORDS[column])) {
    if (folded === value || words.some((word) => foldCell(word) === folded)) return { value };
  }
  return { fault: 'choice', params: { column } };
}

function readKinds(cell: string): ReadCell {
  const parts = cell
    .normalize('NFKC')
    .split(/[・、,;/\s+]+/u)
    .filter((part) => part !== '');
  const read = parts.map((part) => readWord('apiKinds', part));
  const values = read.flatMap((each) => ('value' in each ? [each.value] : []));
  if (values.length === 0 || values.length < parts.length) return { fault: 'choice', params: { column: 'apiKinds' } };
  return {
    value: Object.keys(VENDOR_WORDS.apiKinds)
      .filter((kind) => values.includes(kind))
      .join(' '),
  };
}

const DAY_MS = 86_400_000;
/** Day 0 as Excel counts on from March 1900. */
const SERIAL_EPOCH_MS = Date.UTC(1899, 11, 30);

/** 2026-04-01, 2026/4/1, 2026年4月1日, 20260401, 令和8年4月1日, R8.4.1, or Excel's count of days; a time is left off. */
function readDate(cell: string): ReadCell {
  const text = cell
    .normalize('NFKC')
    .replaceAll(/\([月火水木金土日]\)/g, '')
    .trim();
  const date = writtenDate(text.replace(/[\sT]+\d{1,2}:\d{2}(?::\d{2})?$/u, ''));
  return date !== null && calendarDateSchema.safeParse(date).success ? { value: date } : { fault: 'date' };
}

function writtenDate(text: string): string | null {
  if (/^\d{5}$/.test(text)) return new Date(SERIAL_EPOCH_MS + Number(text) * DAY_MS).toISOString().slice(0, 10);
  const parts =
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    /^(\D{0,2}\d{1,4}|\D{1,2}元)\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?$/.exec(text);
  if (!parts) return null;
  const [, year = '', month = '', day = ''] = parts;
  const counted = /^\d{4}$/.test(year) ? Number(year) : eraYear(year);
  return counted === null ? null : `${counted}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
