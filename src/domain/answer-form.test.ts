import { describe, expect, it } from 'vitest';
import { type AnswerContent, EMPTY_ANSWER } from './answer';
import { FORM_COLUMNS, type FormItem, formRow, readForm } from './answer-form';
import { builtInEditions } from './checklist';

const PRINTED = builtInEditions()[0]?.items.filter(({ answeredBy }) => answeredBy !== 'bank') ?? [];
const MET: AnswerContent = { ...EMPTY_ANSWER, status: 'met', current: '規程に定めている。' };
const WHOLE: AnswerContent = {
  status: 'partial',
  current: '一部で実施。\n𠮷田が管理。',
  measure: '全体に広げる。',
  promised: { precision: 'half', fiscalYear: 2026, half: 2 },
  person: '開発部',
  reason: '',
  remarks: '備考',
  interim: '手作業で確かめる。',
  named: { 証明書の番号: 'A-1\nB-2', 有効期限: '2027-03-31' },
};
const itemsWith = (contentOf: (at: number) => AnswerContent): FormItem[] =>
  PRINTED.map((item, at) => ({
    itemId: String(at),
    number: item.number,
    item: at === 0 ? { ...item, namedData: ['証明書の番号', '有効期限'] } : item,
    content: contentOf(at),
    version: 1,
  }));
const ITEMS = itemsWith((at) => (at === 0 ? WHOLE : MET));
const HEADS = [
  ['表題'],
  FORM_COLUMNS.map(({ head, group }, at) =>
    group === null ? head : FORM_COLUMNS[at - 1]?.group === group ? '' : group,
  ),
  FORM_COLUMNS.map(({ head, group }) => (group === null ? '' : head)),
];
const at = (key: string) => FORM_COLUMNS.findIndex((each) => each.key === key);
/** The form as it left, with some cells typed over: by row (from the first item) and column. */
function formWith(changes: readonly [row: number, key: string, text: string][], items = ITEMS): string[][] {
  const rows = items.map(formRow);
  for (const [row, key, text] of changes) (rows[row] as string[])[at(key)] = text;
  return [...HEADS.map((row) => [...row]), ...rows];
}
const read = (rows: readonly (readonly string[])[]) => {
  const found = readForm(rows, ITEMS);
  if ('faults' in found) throw new Error(JSON.stringify(found.faults));
  return found.filled;
};
const faultsOf = (rows: readonly (readonly string[])[]) => {
  const found = readForm(rows, ITEMS);
  return 'faults' in found ? found.faults : [];
};

describe('the form that is filled in elsewhere', () => {
  it('comes back as it left, every part of an answer', () => {
    expect(read(formWith([])).map(({ content }) => content)).toEqual(ITEMS.map(({ content }) => content));
  });

  it('is read where a person types: status in any width, dates in words, blanks, named data over lines', () => {
    const [first, second, third] = read(
      formWith([
        [0, 'named', '証明書の番号: C-3\n続き\n有効期限：'],
        [1, 'status', ' 対象外 '],
        [1, 'current', '  '],
        [1, 'reason', '設備がないため。'],
        [2, 'status', '未充足'],
        [2, 'promised', '令和9年3月31日'],
      ]),
    );
    expect(first?.content.named).toEqual({ 証明書の番号: 'C-3\n続き' });
    expect(second?.content).toMatchObject({ status: 'not_applicable', current: '', reason: '設備がないため。' });
    expect(third?.content.promised).toEqual({ precision: 'day', date: '2027-03-31' });
  });

  it('says where no data are asked by name, and takes that or an empty cell back', () => {
    const [first, second] = formWith([]).slice(HEADS.length);
    expect(first?.[at('named')]).toBe('証明書の番号：A-1\nB-2\n有効期限：2027-03-31');
    expect(second?.[at('named')]).toBe('－');
    for (const text of ['－', '-', '', ' ']) expect(read(formWith([[1, 'named', text]]))[1]?.content).toEqual(MET);
    expect(faultsOf(formWith([[0, 'named', '－']]))).toEqual([{ code: 'form-named-unreadable', cells: ['H4'] }]);
  });

  it('leaves out rows that are missing, in whatever order they come, and reads under taken-away titles', () => {
    const [title, ...rest] = formWith([]);
    expect(title).toEqual(['表題']);
    const [over, under, ...rows] = rest;
    const some = [over ?? [], under ?? [], ...rows.slice(3, 6).toReversed(), [], rows[0] ?? []];
    expect(read(some).map(({ itemId }) => itemId)).toEqual(['5', '4', '3', '0']);
  });

  it('forgives what a program does to a text, and nothing that a person does to a question', () => {
    const objective = ITEMS[1]?.item.objective ?? '';
    expect(read(formWith([[1, 'objective', ` ${objective.replaceAll('、', '、\n')} `]]))).toHaveLength(54);
    expect(faultsOf(formWith([[1, 'objective', `${objective}。`]]))).toEqual([
      { code: 'form-question-edited', cells: ['C5'] },
    ]);
    expect(
      faultsOf(
        formWith([
          [2, 'practices', 'なし'],
          [4, 'sources', 'x'],
        ]),
      ),
    ).toEqual([{ code: 'form-question-edited', cells: ['E6', 'N8'] }]);
  });

  it.each([
    ['a status of no list', [[3, 'status', '済']], 'form-status-unreadable', 'F7'],
    ['a date that is none', [[3, 'promised', '来年度中']], 'form-date-unreadable', 'K7'],
    ['named data without a name', [[0, 'named', 'A-1']], 'form-named-unreadable', 'H4'],
    ['named data where none is asked', [[3, 'named', 'A：1']], 'form-named-unreadable', 'H7'],
    ['a text that is too long', [[3, 'current', 'あ'.repeat(10_001)]], 'form-text-unfit', 'G7'],
    ['half a letter', [[3, 'remarks', 'a\ud83d']], 'form-text-unfit', 'P7'],
    ['a number of nowhere', [[3, 'number', '999']], 'form-row-unknown', 'A7'],
    ['a number twice', [[3, 'number', ITEMS[2]?.number ?? '']], 'form-row-twice', 'A7'],
  ] as const)('refuses %s, and names the cell', (_what, changes, code, cell) => {
    expect(faultsOf(formWith(changes.map(([row, key, text]) => [row, key, text])))).toContainEqual({
      code,
      cells: [cell],
    });
  });

  it('is no form without its heads', () => {
    expect(faultsOf(ITEMS.map(formRow))).toEqual([{ code: 'form-heads-missing', cells: ['A1'] }]);
    expect(faultsOf([])).toEqual([{ code: 'form-heads-missing', cells: ['A1'] }]);
  });

  it('names the heads that were changed, and reads on under a few', () => {
    const rows = formWith([[3, 'status', '済']]);
    (rows[2] as string[])[at('person')] = '責任者';
    (rows[1] as string[])[at('number')] = '番号';
    expect(faultsOf(rows)).toEqual([
      { code: 'form-heads-changed', cells: ['A2', 'L3'] },
      { code: 'form-status-unreadable', cells: ['F7'] },
    ]);
    for (const key of ['measure', 'promised']) (rows[2] as string[])[at(key)] = '列';
    expect(faultsOf(rows)).toEqual([{ code: 'form-heads-changed', cells: ['A2', 'J3', 'K3', 'L3'] }]);
  });

  it('says all its faults at once, each kind with its cells, a formula’s cell as that alone', () => {
    const rows = formWith([
      [0, 'named', 'A-1'],
      [2, 'status', '済'],
      [3, 'status', '済み'],
      [3, 'promised', '来年度中'],
    ]);
    const found = readForm(rows, ITEMS, ['F7', 'G9']);
    expect('faults' in found ? found.faults : []).toEqual([
      { code: 'form-formula', cells: ['F7', 'G9'] },
      { code: 'form-named-unreadable', cells: ['H4'] },
      { code: 'form-status-unreadable', cells: ['F6'] },
      { code: 'form-date-unreadable', cells: ['K7'] },
    ]);
  });
});
