import { type CalendarDate, calendarDateSchema } from './calendar-date';
import type { ChecklistEdition, ChecklistItem } from './checklist';
import {
  type Lines,
  nameLines,
  noteLinesOf,
  practiceLines,
  readNames,
  readNotes,
  readPractices,
  readReferences,
  referenceLines,
} from './checklist-lines';
import { ANSWERED_BY, API_KIND, NEEDED, SEPARATOR } from './edition-words';

/** The sheet of items: the printed form's columns that a checklist has, then the bank's own. One row an item. */
export const SHEET_COLUMNS = [
  { part: 'id', header: 'id', width: 10 },
  { part: 'number', header: '通番', width: 8 },
  { part: 'category', header: '区分', width: 16 },
  { part: 'objective', header: 'セキュリティ対応目標', width: 34 },
  { part: 'answeredBy', header: '対象者', width: 14 },
  { part: 'practices', header: '手法例', width: 60 },
  { part: 'notes', header: '注', width: 40 },
  { part: 'sources', header: '関連規定', width: 24 },
  { part: 'sections', header: '関連規定箇所', width: 24 },
  { part: 'guidance', header: '手引き', width: 34 },
  { part: 'evidenceNeeded', header: '必要な証跡', width: 12 },
  { part: 'namedData', header: '記入データ', width: 24 },
  { part: 'onlyForApiKinds', header: '条件', width: 16 },
] as const;
const API_KINDS = ['reference', 'update'] as const;
type Column = (typeof SHEET_COLUMNS)[number]['part'];

/** The sheets of an edition's workbook. */
export const ITEM_SHEET = 'チェックリスト';
export const EDITION_SHEET = '版';

const HEAD = [
  ['id', '版のid'],
  ['title', '表題'],
  ['publisher', '作成者'],
  ['issued', '制定日'],
  ['source', '出典'],
] as const;
export const SHEET_ERRORS = [
  'column-missing',
  'blank',
  'too-long',
  'answered-by',
  'evidence',
  'condition',
  'date',
  'number-twice',
  'id-twice',
  'names',
  'method-first',
  'note-first',
  'note-bar',
  'reference-lines',
] as const;

/** What is wrong with a cell; its row counts from 1 as in the sheet, its column is named by the head. */
export interface SheetError {
  row: number;
  column: string;
  kind: (typeof SHEET_ERRORS)[number];
  /** Line within the cell where there is one, else 0. */
  line: number;
}

export type EditionHead = Omit<ChecklistEdition, 'items'>;

export function headRows(edition: EditionHead): string[][] {
  return HEAD.map(([part, label]) => [label, edition[part]]);
}

export function itemRow(item: ChecklistItem): string[] {
  const { sources, sections } = referenceLines(item.references);
  const cells: Record<Column, string> = {
    id: item.id ?? '',
    number: item.number,
    category: item.category,
    objective: item.objective,
    answeredBy: ANSWERED_BY[item.answeredBy],
    practices: practiceLines(item.practices),
    notes: noteLinesOf(item.notes),
    sources,
    sections,
    guidance: item.guidance ?? '',
    evidenceNeeded: item.evidenceNeeded ? NEEDED : '',
    namedData: nameLines(item.namedData),
    onlyForApiKinds: (item.onlyForApiKinds ?? []).map((kind) => API_KIND[kind]).join(SEPARATOR),
  };
  return SHEET_COLUMNS.map(({ part }) => cells[part]);
}

/** The item without its optional parts that say nothing: as a sheet gives it back. */
export function tidyItem(item: ChecklistItem): ChecklistItem {
  const { id, guidance, evidenceNeeded, namedData, onlyForApiKinds, ...printed } = item;
  return {
    ...printed,
    ...(id === undefined ? {} : { id }),
    ...(guidance ? { guidance } : {}),
    ...(evidenceNeeded ? { evidenceNeeded } : {}),
    ...(namedData && namedData.length > 0 ? { namedData } : {}),
    ...(onlyForApiKinds && onlyForApiKinds.length > 0 ? { onlyForApiKinds } : {}),
  };
}

/** The edition's own facts; `fallback` stands for what the sheet doesn't say. */
export function readHead(
  rows: readonly (readonly string[])[] | null,
  fallback: EditionHead,
): { head: EditionHead; errors: SheetError[] } {
  const head = { ...fallback };
  const errors: SheetError[] = [];
  for (const [index, row] of (rows ?? []).entries()) {
    const found = HEAD.find(([, label]) => label === row[0]?.trim());
    const text = row[1]?.trim() ?? '';
    if (!found || text === '') continue;
    const [part, label] = found;
    if (part === 'issued' && !calendarDateSchema.safeParse(text).success) {
      errors.push({ row: index + 1, column: label, kind: 'date', line: 0 });
    } else if (part === 'issued') head.issued = text as CalendarDate;
    else head[part] = text;
  }
  return { head, errors };
}

const LONGEST: Partial<Record<Column, number>> = { id: 100, number: 20, guidance: 4000 };

/** The items that a sheet holds, or every faulty cell of it. The header is its first row with 通番 in it. */
export function readItems(rows: readonly (readonly string[])[]): { items: ChecklistItem[]; errors: SheetError[] } {
  const numberHeader = '通番';
  const headerAt = rows.findIndex((row) => row.some((cell) => cell.trim() === numberHeader));
  if (headerAt === -1) {
    return { items: [], errors: [{ row: 1, column: numberHeader, kind: 'column-missing', line: 0 }] };
  }
  const header = (rows[headerAt] ?? []).map((cell) => cell.trim());
  const errors: SheetError[] = SHEET_COLUMNS.filter(
    ({ part, header: wanted }) =>
      ['number', 'category', 'objective', 'answeredBy'].includes(part) && !header.includes(wanted),
  ).map((column) => ({ row: headerAt + 1, column: column.header, kind: 'column-missing', line: 0 }));
  if (errors.length > 0) return { items: [], errors };
  const numbers = new Set<string>();
  const ids = new Set<string>();
  const items: ChecklistItem[] = [];
  for (const [index, row] of rows.entries()) {
    if (index <= headerAt || row.every((cell) => cell.trim() === '')) continue;
    const cellOf = (part: Column) => {
      const column = SHEET_COLUMNS.find((each) => each.part === part)?.header ?? '';
      return row[header.indexOf(column)] ?? '';
    };
    const found: SheetError[] = [];
    const say = (part: Column, kind: SheetError['kind'], line = 0) => {
      const column = SHEET_COLUMNS.find((each) => each.part === part)?.header ?? '';
      found.push({ row: index + 1, column, kind, line });
    };
    const item = readRow(cellOf, say);
    if (numbers.has(item.number) && item.number !== '') say('number', 'number-twice');
    else if (ids.has(item.id ?? item.number) && item.number !== '') say('id', 'id-twice');
    numbers.add(item.number);
    ids.add(item.id ?? item.number);
    errors.push(...found);
    if (found.length === 0) items.push(item);
  }
  return { items, errors };
}

function readRow(
  cellOf: (part: Column) => string,
  say: (part: Column, kind: SheetError['kind'], line?: number) => void,
): ChecklistItem {
  const named = (part: 'number' | 'category' | 'objective') => {
    const text = part === 'objective' ? cellOf(part) : cellOf(part).trim();
    if (text.trim() === '') say(part, 'blank');
    return text;
  };
  const lines = <T>(part: Column, read: Lines<T>, none: T): T => {
    if ('value' in read) return read.value;
    say(part, read.problem, read.line);
    return none;
  };
  for (const [part, most] of Object.entries(LONGEST) as [Column, number][]) {
    if (cellOf(part).length > most) say(part, 'too-long');
  }
  const id = cellOf('id').trim();
  const answeredBy = (['vendor', 'bank', 'both'] as const).find(
    (each) => ANSWERED_BY[each] === cellOf('answeredBy').trim(),
  );
  if (answeredBy === undefined) say('answeredBy', 'answered-by');
  const evidence = cellOf('evidenceNeeded').trim();
  if (evidence !== '' && evidence !== NEEDED) say('evidenceNeeded', 'evidence');
  const condition = cellOf('onlyForApiKinds').trim();
  const kinds = condition === '' ? [] : condition.split(SEPARATOR).map((word) => word.trim());
  const onlyForApiKinds = API_KINDS.filter((kind) => kinds.includes(API_KIND[kind]));
  if (onlyForApiKinds.length !== kinds.length) say('onlyForApiKinds', 'condition');
  const namedData = readNames(cellOf('namedData'));
  if (namedData.length > 20 || namedData.some((name) => name.length > 100)) say('namedData', 'names');
  return tidyItem({
    ...(id === '' ? {} : { id }),
    number: named('number'),
    category: named('category'),
    objective: named('objective'),
    answeredBy: answeredBy ?? 'vendor',
    practices: lines('practices', readPractices(cellOf('practices')), []),
    notes: lines('notes', readNotes(cellOf('notes')), []),
    references: lines('sections', readReferences(cellOf('sources'), cellOf('sections')), []),
    guidance: cellOf('guidance'),
    evidenceNeeded: evidence === NEEDED,
    namedData,
    onlyForApiKinds,
  });
}
