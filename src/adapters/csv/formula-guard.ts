/**
 * Signs that make a spreadsheet take a cell of a CSV for a formula, in full width too. csv-stringify puts an apostrophe
 * before them (`escape_formulas`); a text that has the apostrophe already gets another one, so that each can be undone.
 */
const GUARDED = /^'+[=+\-@\t\r＝＋－＠]/;

/** A cell with its own apostrophe doubled; the first is csv-stringify's to put. */
export function withDoubledGuard(cell: string): string {
  return GUARDED.test(cell) ? `'${cell}` : cell;
}

/** The cell as it was before it was written. */
export function withoutGuard(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}
