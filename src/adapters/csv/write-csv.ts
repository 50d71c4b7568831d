import { stringify } from 'csv-stringify/sync';
import { withGuard } from './formula-guard';

/** A table as Excel opens it by a double click: UTF-8 with a byte order mark, CRLF, no cell that is taken for a formula. */
export function writeCsv(rows: readonly (readonly (string | number | null)[])[]): Uint8Array {
  const guarded = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? withGuard(cell) : cell)));
  // Told by itself, the library quotes for the whole of CRLF alone: a single line end would begin a row.
  const written = stringify(guarded, { bom: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ });
  return Buffer.from(written, 'utf8');
}
