import { CsvError, parse } from 'csv-parse/sync';
import { cellName, failed, type ReadTable, type TableLimits } from '@/domain/file-failure';
import { withoutGuard } from './formula-guard';

const MEBIBYTE = 1024 * 1024;
const MAX_FILE_BYTES = 10 * MEBIBYTE;
/** Controls that no table in text has; a picture or a program has them in its first bytes. */
const BINARY = /[^\P{Cc}\t\n\r\u{80}-\u{9F}]/u;
const MARKUP = /^\s*<(?:!doctype|html|\?xml|script)/i;

/**
 * A table in text: UTF-8, with a byte order mark or without, else CP932（Shift_JIS as Windows writes it）. Comma, or tab
 * where the first line has no comma. Formulas are text here and stay it; the sign that our own export puts before them
 * is taken off. Never throws for what is in the file.
 */
export function readCsv(bytes: Uint8Array, limits: TableLimits): ReadTable {
  if (bytes.byteLength === 0) return failed('file-empty');
  if (bytes.byteLength > MAX_FILE_BYTES) return failed('file-too-large', { megabytes: MAX_FILE_BYTES / MEBIBYTE });
  const text = decode(bytes);
  if (text === null) return failed('file-encoding');
  if (BINARY.test(text) || MARKUP.test(text) || text.startsWith('%PDF')) return failed('file-kind-unknown');
  const delimiter = separatorOf(text);
  // Parsing is not interrupted by anything: what would keep the process busy for seconds is told by counting.
  if (text.split(delimiter, mostSeparators(limits) + 1).length > mostSeparators(limits))
    return failed('file-too-many-columns', { max: limits.maxColumns });
  try {
    const rows = parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
      to: limits.maxRows + 1,
    });
    return withinLimits(rows, limits);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return failed('file-quotes', { line: typeof error.lines === 'number' ? error.lines : 0 });
  }
}

function withinLimits(parsed: string[][], limits: TableLimits): ReadTable {
  const rows = parsed.map((row) =>
    row.map((cell) => withoutGuard(cell.replaceAll('\r\n', '\n').replaceAll('\r', '\n'))),
  );
  while (rows.at(-1)?.every((cell) => cell === '')) rows.pop();
  if (rows.length === 0) return failed('file-empty');
  if (rows.length > limits.maxRows) return failed('file-too-many-rows', { max: limits.maxRows });
  for (const [index, row] of rows.entries()) {
    if (row.findLastIndex((cell) => cell !== '') >= limits.maxColumns)
      return failed('file-too-many-columns', { max: limits.maxColumns });
    const long = row.findIndex((cell) => cell.length > limits.maxCellChars);
    if (long >= 0) return failed('file-cell-too-large', { cell: cellName(index, long), max: limits.maxCellChars });
  }
  return { rows };
}

/** A full table may hold as many again within its texts. */
const mostSeparators = ({ maxRows, maxColumns }: TableLimits) => 2 * maxRows * maxColumns;

function decode(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-8', 'shift_jis']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch (error) {
      // The next encoding is tried on what this one has no character for.
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return null;
}

function separatorOf(text: string): ',' | '\t' {
  const first = text.slice(0, text.search(/\r|\n|$/));
  return first.includes('\t') && !first.includes(',') ? '\t' : ',';
}
