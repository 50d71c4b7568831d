import { readCsv } from '@/adapters/csv/read-csv';
import { readWorkbook } from '@/adapters/xlsx/read-workbook';
import type { ReadTable, TableLimits } from '@/domain/file-failure';

/** First bytes of a zip, and of the container of encrypted and of old workbooks: what the file is, not what it is called. */
const WORKBOOKS = ['504b', 'd0cf'];

/** The cells of an uploaded table, whether it came as .xlsx or as CSV. */
export async function readTable(bytes: Uint8Array, limits: TableLimits): Promise<ReadTable> {
  const begins = Buffer.from(bytes.subarray(0, 2)).toString('hex');
  return WORKBOOKS.includes(begins) ? readWorkbook(bytes, limits) : readCsv(bytes, limits);
}
