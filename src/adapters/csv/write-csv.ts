import { stringify } from 'csv-stringify/sync';
import { withDoubledGuard } from './formula-guard';

/** A table as Excel opens it by a double click: UTF-8 with a byte order mark, CRLF, no cell that is taken for a formula. */
export function writeCsv(rows: readonly (readonly (string | number | null)[])[]): Uint8Array {
  const guarded = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? withDoubledGuard(cell) : cell)));
  return Buffer.from(stringify(guarded, { bom: true, escape_formulas: true, record_delimiter: 'windows' }), 'utf8');
}
