/**
 * What a spreadsheet takes for a formula in a CSV: one of four signs, in full width too, also behind blanks and unseen
 * characters (LibreOffice passes over them), or a tab or line end in front. An apostrophe before it makes it a text; one
 * that has the apostrophe already gets another, so that each can be undone.
 */
const RISKY = String.raw`(?:[\s\p{C}]*[=+\-@＝＋－＠]|[\t\r])`;
const TO_GUARD = new RegExp(`^'*${RISKY}`, 'u');
const GUARDED = new RegExp(`^'+${RISKY}`, 'u');

/** The cell as it is written: no spreadsheet takes it for a formula. */
export function withGuard(cell: string): string {
  return TO_GUARD.test(cell) ? `'${cell}` : cell;
}

/** The cell as it was before it was written. */
export function withoutGuard(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}
