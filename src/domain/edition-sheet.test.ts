import { describe, expect, it } from 'vitest';
import { seventeenItems } from '@/usecases/testing/seventeen-items';
import { builtInEditions, checklistEditionSchema } from './checklist';
import { headRows, itemRow, readHead, readItems, SHEET_COLUMNS } from './edition-sheet';

const HEADER = SHEET_COLUMNS.map(({ header }) => header);
const OTHER = { id: 'x', title: '写し', publisher: '', issued: '2026-01-01', source: '' };
const USUAL: Record<string, string> = {
  通番: 'A-1',
  区分: '体制',
  セキュリティ対応目標: '目標',
  対象者: 'API接続先',
};
const row = (cells: Record<string, string>) => HEADER.map((header) => cells[header] ?? USUAL[header] ?? '');

describe('an edition as a sheet', () => {
  it.each([...builtInEditions(), seventeenItems()])('comes back exactly: $title', (edition) => {
    const { items, errors } = readItems([HEADER, ...edition.items.map(itemRow)]);
    expect(errors).toEqual([]);
    const { head } = readHead(headRows(edition), OTHER);
    expect(checklistEditionSchema.parse({ ...head, items })).toEqual(edition);
  });

  it('is read whatever stands above the header, in whatever order the columns stand, without blank rows', () => {
    const cells = row({ 手引き: '書き方' });
    const { items } = readItems([['確認表'], HEADER.toReversed(), HEADER.map(() => ' '), cells.toReversed()]);
    expect(items).toMatchObject([{ number: 'A-1', category: '体制', guidance: '書き方' }]);
  });

  it('names every faulty cell by row and column', () => {
    const { items, errors } = readItems([
      HEADER,
      row({}),
      row({ 通番: '', 対象者: '誰か', 手法例: '[1] 見出しがない', 必要な証跡: 'はい', 条件: '照会' }),
      row({ セキュリティ対応目標: ' ', 関連規定: '規程', 関連規定箇所: '一\n二', 手引き: 'あ'.repeat(4001) }),
    ]);
    expect(items).toHaveLength(1);
    expect(errors).toEqual([
      { row: 3, column: '対象者', kind: 'answered-by', line: 0 },
      { row: 3, column: '必要な証跡', kind: 'evidence', line: 0 },
      { row: 3, column: '条件', kind: 'condition', line: 0 },
      { row: 3, column: '通番', kind: 'blank', line: 0 },
      { row: 3, column: '手法例', kind: 'method-first', line: 1 },
      { row: 4, column: '手引き', kind: 'too-long', line: 0 },
      { row: 4, column: 'セキュリティ対応目標', kind: 'blank', line: 0 },
      { row: 4, column: '関連規定箇所', kind: 'reference-lines', line: 2 },
      { row: 4, column: '通番', kind: 'number-twice', line: 0 },
    ]);
  });

  it('says which column is missing', () => {
    expect(readItems([['何か'], ['別のもの']]).errors).toEqual([
      { row: 1, column: '通番', kind: 'column-missing', line: 0 },
    ]);
    expect(readItems([['通番', '区分', '対象者']]).errors).toEqual([
      { row: 1, column: 'セキュリティ対応目標', kind: 'column-missing', line: 0 },
    ]);
  });

  it('keeps what the workbook doesn’t say of the edition, and names a date that isn’t one', () => {
    expect(readHead(null, OTHER)).toEqual({ head: OTHER, errors: [] });
    expect(
      readHead(
        [
          ['表題', '新しい表'],
          ['制定日', '2026年4月'],
        ],
        OTHER,
      ),
    ).toEqual({
      head: { ...OTHER, title: '新しい表' },
      errors: [{ row: 2, column: '制定日', kind: 'date', line: 0 }],
    });
  });
});
