import { type Cell, type CellStyle, type CellValue, type DataValidation, type MergeRange, writeXlsx } from 'hucre';
import { cellName } from '@/domain/file-failure';
import { MAX_CELL_LENGTH, storable } from './cell-text';
import { BODY, FONT, HEADER, printedOnA4, TITLE } from './sheet-style';

/** A form to be filled in: what is printed is protected, what is answered is open. All texts as they are to stand. */
export interface FormSpec {
  sheetName: string;
  author: string;
  created: Date;
  /** Lines above the head. */
  title: readonly string[];
  columns: readonly {
    head: string;
    /** Columns that stand together under one head, side by side; null for a head of its own. */
    group: string | null;
    /** Characters of the standard font. */
    width: number;
    /** Open for typing. */
    open: boolean;
    /** The words to choose from; empty for any text. */
    choices: readonly string[];
    /** What a cell of an open column says where there is nothing to type: it stays protected. Null: every cell is open. */
    shutBy: string | null;
    /** Said while a cell is chosen; null for nothing. */
    prompt: { title: string; text: string } | null;
  }[];
  rows: readonly (readonly string[])[];
  /** A sheet that nobody needs to see, kept with the form and read again when it comes back. */
  hidden: { sheetName: string; rows: readonly (readonly string[])[] };
}

const OPEN: CellStyle = {
  ...BODY,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFFBE6' } },
  protection: { locked: false },
};
const LOCKED: CellStyle = { ...BODY, protection: { locked: true } };
const SHUT: CellStyle = { ...LOCKED, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EDEDED' } } };

/**
 * The form as .xlsx: a two-storey head with merged cells, A4 landscape with the head on every page, a list to choose
 * from where there are choices, and everything but the open cells protected (widths and heights may be changed). A row
 * that is taller than a sheet's rows may be stands over several, its cells merged: nothing printed is cut off.
 */
export function writeForm(form: FormSpec): Promise<Uint8Array> {
  const rows: CellValue[][] = [];
  const cells = new Map<string, Partial<Cell>>();
  const heights = new Map<number, { height: number }>();
  const add = (line: readonly string[], styleOf: (column: number) => CellStyle) => {
    for (const [column, text] of line.entries()) {
      const value = storable(text).slice(0, MAX_CELL_LENGTH);
      const type = value === '' ? 'empty' : 'string';
      cells.set(`${rows.length},${column}`, { value: value === '' ? null : value, type, style: styleOf(column) });
    }
    rows.push(line.map((text) => storable(text).slice(0, MAX_CELL_LENGTH) || null));
  };
  for (const text of form.title) add([text], () => TITLE);
  const groupRow = rows.length;
  const groups = form.columns.map(({ head, group }) => group ?? head);
  add(
    groups.map((group, column) => (form.columns[column]?.group !== null && groups[column - 1] === group ? '' : group)),
    () => HEADER,
  );
  heights.set(groupRow, { height: pointsOf(1) });
  const heads = form.columns.map(({ head, group }) => (group === null ? '' : head));
  heights.set(rows.length, { height: pointsOf(linesOf(heads, form.columns)) });
  add(heads, () => HEADER);
  const firstRow = rows.length;
  const merges = merged(form.columns, groupRow);
  for (const row of form.rows) {
    const points = pointsOf(linesOf(row, form.columns));
    const parts = Math.min(MAX_PARTS, Math.ceil(points / MAX_POINTS));
    if (parts > 1) {
      for (const column of row.keys())
        merges.push({ startRow: rows.length, endRow: rows.length + parts - 1, startCol: column, endCol: column });
    }
    for (let part = 0; part < parts; part += 1) {
      heights.set(rows.length, { height: Math.min(MAX_POINTS, Math.ceil(points / parts)) });
      add(part === 0 ? row : row.map(() => ''), (column) => styleOf(form.columns[column], row[column]));
    }
  }
  return writeXlsx({
    sheets: [
      {
        name: form.sheetName,
        rows,
        cells,
        columns: form.columns.map(({ width }) => ({ width })),
        merges,
        rowDefs: heights,
        freezePane: { rows: firstRow, columns: 1 },
        dataValidations: form.rows.length === 0 ? [] : validations(form.columns, firstRow, rows.length - 1),
        protection: { sheet: true, formatColumns: true, formatRows: true },
        ...printedOnA4({ from: groupRow + 1, to: groupRow + 2 }),
        a11y: { headerRow: groupRow + 1 },
      },
      { name: form.hidden.sheetName, hidden: true, rows: form.hidden.rows.map((row) => row.map(storable)) },
    ],
    properties: { title: storable(form.title[0] ?? ''), creator: storable(form.author), created: form.created },
    defaultFont: FONT,
  });
}

function styleOf(column: FormSpec['columns'][number] | undefined, text: string | undefined): CellStyle {
  if (column?.open !== true) return LOCKED;
  return column.shutBy !== null && text === column.shutBy ? SHUT : OPEN;
}

/** Lists to choose from, and words that stand beside a cell while somebody types into it; those refuse nothing. */
function validations(columns: FormSpec['columns'], from: number, to: number): DataValidation[] {
  return columns.flatMap(({ choices, prompt }, column): DataValidation[] => {
    if (choices.length === 0 && prompt === null) return [];
    const range = `${cellName(from, column)}:${cellName(to, column)}`;
    const said = prompt && { showInputMessage: true, inputTitle: prompt.title, inputMessage: prompt.text };
    if (choices.length > 0)
      return [{ type: 'list', values: [...choices], allowBlank: true, showErrorMessage: true, range, ...said }];
    const anyText = { operator: 'greaterThanOrEqual', formula1: '0', showErrorMessage: false } as const;
    return [{ type: 'textLength', ...anyText, allowBlank: true, range, ...said }];
  });
}

/** Columns of one group side by side; a head of its own over both rows. */
function merged(columns: FormSpec['columns'], groupRow: number): MergeRange[] {
  const merges: MergeRange[] = [];
  for (const [column, { group }] of columns.entries()) {
    if (group === null) {
      merges.push({ startRow: groupRow, endRow: groupRow + 1, startCol: column, endCol: column });
    } else if (columns[column - 1]?.group !== group) {
      const next = columns.findIndex((each, at) => at > column && each.group !== group);
      const endCol = (next === -1 ? columns.length : next) - 1;
      if (endCol > column) merges.push({ startRow: groupRow, endRow: groupRow, startCol: column, endCol });
    }
  }
  return merges;
}

const LINE_POINTS = 15;
/** Excel's limit for a row. */
const MAX_POINTS = 409;
const MAX_PARTS = 6;

/** The height of so many lines: programs differ in whether they make the room themselves. */
const pointsOf = (lines: number) => lines * LINE_POINTS + 4;

/** How many lines a row's longest cell takes. */
function linesOf(row: readonly string[], columns: FormSpec['columns']): number {
  const linesIn = (text: string, width: number) =>
    text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / width)), 0);
  return Math.max(1, ...row.map((text, column) => linesIn(text, columns[column]?.width ?? 1)));
}

/** In characters of the standard font: a full-width one counts twice. */
function widthOf(line: string): number {
  return [...line].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0);
}
