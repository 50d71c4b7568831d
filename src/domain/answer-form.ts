import { type AnswerContent, type AnswerStatus, answerContentSchema, EMPTY_ANSWER } from './answer';
import type { ChecklistItem } from './checklist';
import { formatPromised } from './date-format';
import { cellName } from './file-failure';
import type { FormField } from './form-merge';
import { readPromised } from './promised-text';

/** 回答用シート: the printed columns in their order, those for an answer parted under one head. Japanese, like the form. */
export const FORM_COLUMNS = [
  { key: 'number', head: '通番', group: null, width: 4 },
  { key: 'category', head: '区分', group: null, width: 9 },
  { key: 'objective', head: 'セキュリティ対応目標', group: null, width: 15 },
  { key: 'answeredBy', head: '対象者', group: null, width: 8 },
  { key: 'practices', head: '手法例', group: null, width: 60 },
  { key: 'status', head: '状況', group: '現在の対応状況', width: 8 },
  { key: 'current', head: '対応の内容', group: '現在の対応状況', width: 26 },
  { key: 'named', head: '求められている情報', group: '現在の対応状況', width: 14 },
  { key: 'reason', head: '対象外とする理由', group: '現在の対応状況', width: 12 },
  { key: 'measure', head: '対応の内容', group: '今後の対応予定', width: 18 },
  { key: 'promised', head: '期限', group: '今後の対応予定', width: 11 },
  { key: 'person', head: '担当者', group: '今後の対応予定', width: 8 },
  { key: 'interim', head: '暫定措置', group: '今後の対応予定', width: 11 },
  { key: 'sources', head: '関連規定', group: null, width: 10 },
  { key: 'sections', head: '関連規定箇所', group: null, width: 11 },
  { key: 'remarks', head: '備考', group: null, width: 10 },
] as const;
type Key = (typeof FORM_COLUMNS)[number]['key'];

/** The cells that a respondent fills in; all others are protected, and compared when the form comes back. */
export const FORM_ANSWERS: readonly FormField[] = [
  'status',
  'current',
  'named',
  'reason',
  'measure',
  'promised',
  'person',
  'interim',
  'remarks',
];
export const isAnswerColumn = (key: string) => FORM_ANSWERS.some((field) => field === key);

export const STATUS_WORDS: Readonly<Record<Exclude<AnswerStatus, 'unanswered'>, string>> = {
  met: '充足',
  partial: '一部充足',
  unmet: '未充足',
  not_applicable: '対象外',
};
const ANSWERED_BY = { vendor: 'API接続先', both: '共通', bank: '銀行' } as const;
const NAMED_MARK = '：';
/** Stands, protected, where an item asks for no data by name. */
export const NOTHING_NAMED = '－';

export interface FormItem {
  itemId: string;
  number: string;
  item: ChecklistItem;
  content: AnswerContent;
  /** The answer's version; 0: none. */
  version: number;
}

/** 手法例 as printed: headings, numbered methods, notes below. */
export function printedMethods(item: ChecklistItem): string {
  const practices = item.practices.flatMap((practice) => [
    practice.heading,
    ...practice.methods.map((method) => `${method.number} ${method.text}`),
  ]);
  const notes = item.notes.map((note) => `${note.mark} ${note.title}\n${note.text}`);
  return [...practices, ...notes].join('\n');
}

/** One item's row, cell by cell in the order of FORM_COLUMNS. */
export function formRow({ number, item, content }: Pick<FormItem, 'number' | 'item' | 'content'>): string[] {
  const cells: Record<Key, string> = {
    number,
    category: item.category,
    objective: item.objective,
    answeredBy: ANSWERED_BY[item.answeredBy],
    practices: printedMethods(item),
    status: content.status === 'unanswered' ? '' : STATUS_WORDS[content.status],
    current: content.current,
    named:
      item.namedData === undefined || item.namedData.length === 0
        ? NOTHING_NAMED
        : item.namedData.map((name) => `${name}${NAMED_MARK}${content.named?.[name] ?? ''}`).join('\n'),
    reason: content.reason,
    measure: content.measure,
    promised: content.promised === null ? '' : formatPromised(content.promised, 'ja'),
    person: content.person,
    interim: content.interim ?? '',
    sources: item.references.map(({ source }) => source).join('\n'),
    sections: item.references.map(({ sections }) => sections.join('、')).join('\n'),
    remarks: content.remarks,
  };
  return FORM_COLUMNS.map(({ key }) => cells[key]);
}

/** Why a filled-in form is not taken, with the cells that it is about. */
export interface FormFault {
  code:
    | 'form-heads-missing'
    | 'form-heads-changed'
    | 'form-formula'
    | 'form-row-unknown'
    | 'form-row-twice'
    | 'form-question-edited'
    | 'form-status-unreadable'
    | 'form-date-unreadable'
    | 'form-named-unreadable'
    | 'form-text-unfit';
  cells: string[];
}

/** What came back for one item. */
export interface FilledItem {
  itemId: string;
  content: AnswerContent;
}

/**
 * The answers in a filled-in form's rows, by the items that it was made for; rows that are missing are left out. The
 * heads are looked for, so that lines above them may be taken away. Gives all its faults instead where there are any:
 * `formulas` names the cells that hold one, whatever they show.
 */
export function readForm(
  rows: readonly (readonly string[])[],
  items: readonly FormItem[],
  formulas: readonly string[] = [],
): { filled: FilledItem[] } | { faults: FormFault[] } {
  const head = headIn(rows);
  if (head === null) return { faults: [{ code: 'form-heads-missing', cells: ['A1'] }] };
  if (head.changed.length > MAX_CHANGED_HEADS) return { faults: [{ code: 'form-heads-changed', cells: head.changed }] };
  const headAt = head.at;
  const faults = new Map<FormFault['code'], string[]>();
  if (formulas.length > 0) faults.set('form-formula', [...formulas]);
  if (head.changed.length > 0) faults.set('form-heads-changed', head.changed);
  const say = (code: FormFault['code'], row: number, key: Key) => {
    const cell = cellName(
      row,
      FORM_COLUMNS.findIndex((each) => each.key === key),
    );
    if (!formulas.includes(cell)) faults.set(code, [...(faults.get(code) ?? []), cell]);
  };
  const filled = new Map<string, FilledItem>();
  for (const [at, row] of rows.entries()) {
    if (at <= headAt || row.every((cell) => cell.trim() === '')) continue;
    const cellOf = (key: Key) => row[FORM_COLUMNS.findIndex((each) => each.key === key)] ?? '';
    const asked = items.find(({ number }) => same(number, cellOf('number')));
    if (!asked) say('form-row-unknown', at, 'number');
    else if (filled.has(asked.itemId)) say('form-row-twice', at, 'number');
    else {
      const printed = formRow(asked);
      for (const [column, { key }] of FORM_COLUMNS.entries()) {
        if (!isAnswerColumn(key) && !same(printed[column] ?? '', row[column] ?? ''))
          say('form-question-edited', at, key);
      }
      filled.set(asked.itemId, {
        itemId: asked.itemId,
        content: readRow(asked, cellOf, (code, key) => say(code, at, key)),
      });
    }
  }
  if (faults.size > 0) return { faults: [...faults].map(([code, cells]) => ({ code, cells })) };
  return { filled: [...filled.values()] };
}

/** With more heads changed than these, columns were moved, and what stands below them says nothing. */
const MAX_CHANGED_HEADS = 2;

/** The row that is most like a head, with the cells that are not as they left; null where none is like one. */
function headIn(rows: readonly (readonly string[])[]): { at: number; changed: string[] } | null {
  let best: { at: number; changed: string[] } | null = null;
  for (const at of rows.keys()) {
    const changed = FORM_COLUMNS.flatMap((column, index) =>
      isHeadOf(rows, at, index) ? [] : [cellName(column.group === null ? Math.max(0, at - 1) : at, index)],
    );
    if (changed.length < (best?.changed.length ?? FORM_COLUMNS.length / 2)) best = { at, changed };
  }
  return best;
}

/** In the lower row of the two-storey head a part's own head stands, a printed column's head there or above. */
function isHeadOf(rows: readonly (readonly string[])[], at: number, column: number): boolean {
  const { head, group } = FORM_COLUMNS[column] ?? { head: '', group: null };
  return same(rows[at]?.[column] ?? '', head) || (group === null && same(rows[at - 1]?.[column] ?? '', head));
}

function readRow(
  { item }: FormItem,
  cellOf: (key: Key) => string,
  say: (code: FormFault['code'], key: Key) => void,
): AnswerContent {
  const word = folded(cellOf('status'));
  const status = Object.entries(STATUS_WORDS).find(([, each]) => each === word)?.[0];
  if (word !== '' && word !== '未回答' && status === undefined) say('form-status-unreadable', 'status');
  const promised = readPromised(cellOf('promised'));
  if (promised === 'unreadable') say('form-date-unreadable', 'promised');
  const named = readNamed(cellOf('named'), item.namedData ?? []);
  if (named === null) say('form-named-unreadable', 'named');
  const texts = { current: '', reason: '', measure: '', person: '', remarks: '', interim: '' };
  for (const key of ['current', 'reason', 'measure', 'person', 'remarks', 'interim'] as const) {
    const read = answerContentSchema.shape[key].safeParse(cellOf(key).trim() === '' ? '' : cellOf(key));
    if (read.success) texts[key] = read.data ?? '';
    else say('form-text-unfit', key);
  }
  const { interim, ...plain } = texts;
  const read = answerContentSchema.safeParse({
    ...EMPTY_ANSWER,
    ...plain,
    status: status ?? 'unanswered',
    promised: promised === 'unreadable' ? null : promised,
    ...(interim === '' ? {} : { interim }),
    ...(named && Object.keys(named).length > 0 ? { named } : {}),
  });
  if (!read.success) say('form-text-unfit', 'named');
  return read.success ? read.data : EMPTY_ANSWER;
}

/** Data by their names, a line each; a line without a name goes on from the one above. Null where a text has no name. */
function readNamed(cell: string, names: readonly string[]): Record<string, string> | null {
  if (names.length === 0 && folded(cell) === folded(NOTHING_NAMED)) return {};
  const read: Record<string, string> = {};
  let last: string | null = null;
  for (const line of cell.split('\n')) {
    const name = names.find((each) => folded(line).startsWith(`${folded(each)}:`));
    if (name !== undefined) {
      last = name;
      read[name] = line.slice(line.search(/[：:]/) + 1).trim();
    } else if (line.trim() === '') continue;
    else if (last === null) return null;
    else read[last] = `${read[last]}\n${line.trim()}`;
  }
  return Object.fromEntries(Object.entries(read).filter(([, text]) => text !== ''));
}

const folded = (text: string) => text.normalize('NFKC').replaceAll(/\s+/g, '');
/** What a program that opens and saves a sheet may change of a text without anybody having edited it. */
const same = (a: string, b: string) => folded(a) === folded(b);
