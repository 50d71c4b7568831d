import type { RefusalCode } from './refusal';

/** Why an uploaded table can't be read, each a refusal with a sentence of its own that says what to do next. */
export const FILE_FAILURES = [
  'file-empty',
  'file-too-large',
  'file-kind-unknown',
  'file-old-excel',
  'file-encrypted',
  'file-broken',
  'file-inflates',
  'file-macro',
  'file-linked',
  'file-formula',
  'file-sheet-missing',
  'file-too-many-rows',
  'file-too-many-columns',
  'file-cell-too-large',
  'file-encoding',
  'file-quotes',
  'file-time-out',
] as const satisfies readonly RefusalCode[];

export interface FileFailure {
  code: (typeof FILE_FAILURES)[number];
  params: Record<string, string | number>;
}

/** What may be taken out of an uploaded table. Rows and columns count from the first; lengths are in UTF-16 units. */
export interface TableLimits {
  maxRows: number;
  maxColumns: number;
  maxCellChars: number;
}

/** Every cell as text, row by row from row 1 of the sheet; an empty cell is ''. */
export type ReadTable = { rows: string[][] } | { failure: FileFailure };

export function failed(code: FileFailure['code'], params: FileFailure['params'] = {}): { failure: FileFailure } {
  return { failure: { code, params } };
}

/** A1 of a zero-based place. */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}
