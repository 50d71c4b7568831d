import { writeCsv } from '@/adapters/csv/write-csv';
import { writeWorkbook } from '@/adapters/xlsx/write-workbook';
import type { Locale } from '@/domain/date-format';
import { bankDateOf } from '@/domain/deadline';
import { VENDOR_COLUMNS, VENDOR_WORDS, type VendorColumn } from '@/domain/vendor-columns';
import { readVendorTable } from '@/usecases/exports/read-vendor-table';
import { type ExportJob, fileNameOf, type Maker } from './maker';
import { tableWords } from './table-words';

const WORDS: Partial<Record<VendorColumn, Record<string, readonly [ja: string, en: string]>>> = VENDOR_WORDS;

/** A cell in words that the import reads back to the same value. */
function cellOf(column: VendorColumn, value: string, locale: Locale): string {
  const words = WORDS[column];
  if (words === undefined || value === '') return value;
  const said = value.split(' ').map((part) => words[part]?.[locale === 'ja' ? 0 : 1] ?? part);
  return said.join(locale === 'ja' ? '・' : ', ');
}

async function tableOf({ outside, scope, locale, requestedAt }: ExportJob) {
  const { rows } = await readVendorTable(outside, scope, {});
  const { register } = tableWords(locale);
  return {
    title: register,
    name: `${register}_${bankDateOf(requestedAt)}`,
    columns: VENDOR_COLUMNS.map((column) => ({ header: column[locale], width: column.width })),
    rows: rows.map((row) => VENDOR_COLUMNS.map(({ key }) => cellOf(key, row[key] ?? '', locale))),
  };
}

export const makeVendorWorkbook: Maker = async (job) => {
  const { title, name, columns, rows } = await tableOf(job);
  const sheets = [{ name: title, columns, rows }];
  const content = await writeWorkbook({ title, author: '', created: job.requestedAt, sheets });
  return { name: fileNameOf(name, 'xlsx'), content, rows: rows.length };
};

export const makeVendorCsv: Maker = async (job) => {
  const { name, columns, rows } = await tableOf(job);
  const content = writeCsv([columns.map(({ header }) => header), ...rows]);
  return { name: fileNameOf(name, 'csv'), content, rows: rows.length };
};
