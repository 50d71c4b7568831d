import { parentPort, workerData } from 'node:worker_threads';
import { type CellValue, readXlsx, streamXlsxRows } from 'hucre';
import type { FileFailure, TableLimits } from '@/domain/file-failure';

/** Runs in a thread of its own with little memory, and is killed with it when a workbook swells or hangs. */
export interface ThreadTask extends TableLimits {
  bytes: Uint8Array;
  /** Their names; null for the first that is not hidden and not asked for by its name. */
  sheets: readonly (string | null)[];
}
/** Places are zero-based; the other side names the cell. */
export type ThreadAnswer =
  /** A table each, in the order that was asked for, and the places of the cells in it that hold a formula. */
  { tables: { rows: string[][]; formulas: Place[] }[] } | Failed;
/** Row and column. */
type Place = [row: number, column: number];
interface Failed {
  code: FileFailure['code'];
  row?: number;
  column?: number;
  limit?: number;
}

function textOf(value: CellValue): string {
  if (value === null || value === undefined) return '';
  // The parser gives a date cell as its midnight in UTC.
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(value).replaceAll('\r\n', '\n').replaceAll('\r', '\n');
}

/** A cell beyond the limits, before the whole sheet is held; null when all are within. */
async function beyondLimits(task: ThreadTask, sheet: number): Promise<Failed | null> {
  for await (const { index, values } of streamXlsxRows(task.bytes, { sheet })) {
    const last = values.findLastIndex((value) => textOf(value) !== '');
    if (last < 0) continue;
    if (index >= task.maxRows) return { code: 'file-too-many-rows', limit: task.maxRows };
    if (last >= task.maxColumns) return { code: 'file-too-many-columns', limit: task.maxColumns };
    const long = values.findIndex((value) => textOf(value).length > task.maxCellChars);
    if (long >= 0) return { code: 'file-cell-too-large', row: index, column: long, limit: task.maxCellChars };
  }
  return null;
}

function lastColumn(count: number): string {
  let letters = '';
  for (let left = count; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return letters;
}

async function answer(task: ThreadTask): Promise<ThreadAnswer> {
  const sheets: { name: string; index: number; shown: boolean }[] = [];
  await readXlsx(task.bytes, {
    sheets: ({ name, index, hidden, veryHidden }) => {
      sheets.push({ name, index, shown: !hidden && !veryHidden });
      return false;
    },
  });
  // All are looked for before any is read: a book that lacks one costs nothing more.
  const unnamed = sheets.find(({ name, shown }) => shown && !task.sheets.includes(name));
  const chosen = task.sheets.flatMap((wanted) => {
    const found = wanted === null ? unnamed : sheets.find(({ name }) => name === wanted);
    return found ? [found.index] : [];
  });
  if (chosen.length < task.sheets.length) return { code: 'file-sheet-missing' };
  const tables: { rows: string[][]; formulas: Place[] }[] = [];
  for (const index of chosen) {
    const table = await tableOf(task, index);
    if ('code' in table) return table;
    tables.push(table);
  }
  return { tables };
}

async function tableOf(task: ThreadTask, index: number): Promise<Failed | { rows: string[][]; formulas: Place[] }> {
  const beyond = await beyondLimits(task, index);
  if (beyond) return beyond;
  const range = `A1:${lastColumn(task.maxColumns)}${task.maxRows}`;
  const { sheets: read } = await readXlsx(task.bytes, { sheets: [index], range });
  const [sheet] = read;
  if (!sheet) return { code: 'file-broken' };
  const formulas: Place[] = [];
  for (const [place, cell] of sheet.cells ?? []) {
    if (cell.formula === undefined && cell.formulaType === undefined) continue;
    const [row = 0, column = 0] = place.split(',').map(Number);
    formulas.push([row, column]);
  }
  const rows = sheet.rows.map((row) => row.map(textOf));
  while (rows.at(-1)?.every((cell) => cell === '')) rows.pop();
  return rows.length === 0 && formulas.length === 0 ? { code: 'file-empty' } : { rows, formulas };
}

parentPort?.postMessage(await answer(workerData as ThreadTask));
