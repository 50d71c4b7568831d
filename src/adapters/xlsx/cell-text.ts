/** Excel's limit for one cell, in UTF-16 units. */
export const MAX_CELL_LENGTH = 32_767;
const MAX_SHEET_NAME_LENGTH = 31;
const REPLACEMENT = '\uFFFD';

/**
 * What XML 1.0 can't hold (controls, lone surrogates, U+FFFE, U+FFFF) becomes U+FFFD, so that the loss is seen.
 * `_x000D_` and its like would be read back as the character: the underscore is escaped as the format prescribes.
 */
export function storable(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, REPLACEMENT)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/** The text in pieces that fit a cell each, never cut within a character; at least one piece. */
export function cellPieces(text: string): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > MAX_CELL_LENGTH) {
    const last = rest.charCodeAt(MAX_CELL_LENGTH - 1);
    const cut = last >= 0xd800 && last <= 0xdbff ? MAX_CELL_LENGTH - 1 : MAX_CELL_LENGTH;
    pieces.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return [...pieces, rest];
}

/** A name that Excel takes: 31 characters, none of []:*?/\, no apostrophe at either end, unlike the names taken so far. */
export function sheetName(wanted: string, taken: ReadonlySet<string>): string {
  const clean = storable(wanted)
    .replace(/[[\]:*?/\\\t\n]/g, '＿')
    .replace(/^'+|'+$/g, '＿')
    .trim();
  const base = clean === '' ? 'Sheet' : clean;
  for (let count = 1; ; count += 1) {
    const suffix = count === 1 ? '' : ` (${count})`;
    const name = `${shortened(base, MAX_SHEET_NAME_LENGTH - suffix.length)}${suffix}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

function shortened(text: string, length: number): string {
  const cut = text.slice(0, length);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}
