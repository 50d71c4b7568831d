import { type Cell, type CellStyle, type CellValue, type WriteSheet, writeXlsx } from 'hucre';
import { cellPieces, sheetName, storable } from './cell-text';
import { BODY, FONT, HEADER, printedOnA4, TITLE } from './sheet-style';

/** Text is written as text whatever it begins with; there is no way to write a formula. Null is an empty cell. */
export type SheetCell = string | number | null;

export interface SheetSpec {
  /** Cut to what Excel takes; made unlike the others when it repeats. */
  name: string;
  /** Lines above the header row; none when left out. */
  title?: readonly string[];
  /** Width in characters of the standard font. */
  columns: readonly { header: string; width: number }[];
  rows: readonly (readonly SheetCell[])[];
}

export interface WorkbookSpec {
  title: string;
  author: string;
  created: Date;
  sheets: readonly SheetSpec[];
}

const NUMBER: CellStyle = { ...BODY, numFmt: undefined };

/**
 * A workbook for printing: A4 landscape, one page wide, header row frozen and repeated, page n/N below. A text beyond
 * a cell's 32,767 characters goes on in the rows below it, in the same column, so that nothing is lost.
 */
export async function writeWorkbook(workbook: WorkbookSpec): Promise<Uint8Array> {
  const taken = new Set<string>();
  const sheets = workbook.sheets.map((spec) => {
    const name = sheetName(spec.name, taken);
    taken.add(name.toLowerCase());
    return sheetOf(spec, name);
  });
  return writeXlsx({
    sheets,
    properties: { title: storable(workbook.title), creator: storable(workbook.author), created: workbook.created },
    defaultFont: FONT,
  });
}

function sheetOf(spec: SheetSpec, name: string): WriteSheet {
  const title = spec.title ?? [];
  const rows: CellValue[][] = [];
  const cells = new Map<string, Partial<Cell>>();
  const add = (row: readonly SheetCell[], styleOf: (value: SheetCell) => CellStyle) => {
    for (const line of continued(row)) {
      for (const [column, value] of line.entries()) {
        const type = typeof value === 'number' ? 'number' : value === null ? 'empty' : 'string';
        cells.set(`${rows.length},${column}`, { value, type, style: styleOf(value) });
      }
      rows.push(line);
    }
  };
  for (const text of title) add([text], () => TITLE);
  const headerRow = rows.length + 1;
  add(
    spec.columns.map(({ header }) => header),
    () => HEADER,
  );
  for (const row of spec.rows) add(row, (value) => (typeof value === 'number' ? NUMBER : BODY));
  return {
    name,
    rows,
    cells,
    columns: spec.columns.map(({ width }) => ({ width })),
    freezePane: { rows: headerRow },
    ...printedOnA4({ from: headerRow, to: headerRow }),
    a11y: { headerRow: headerRow - 1 },
  };
}

/** The row, and below it the rows that go on with texts too long for one cell. */
function continued(row: readonly SheetCell[]): SheetCell[][] {
  const pieces = row.map((value) => (typeof value === 'string' ? cellPieces(storable(value)) : [value]));
  const height = Math.max(1, ...pieces.map((column) => column.length));
  return Array.from({ length: height }, (_, line) => pieces.map((column) => column[line] ?? null));
}
