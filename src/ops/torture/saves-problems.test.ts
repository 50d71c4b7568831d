import { describe, expect, it } from 'vitest';
import type { EditorRecord, SentSave } from './editor';
import { compareSaves } from './saves-problems';

const ITEM = 'item';
const save = (text: string, base: { version: number; text: string }, change: Partial<SentSave> = {}): SentSave => ({
  itemId: ITEM,
  text,
  bases: [base],
  unanswered: 0,
  acknowledged: base.version + 1,
  ...change,
});
const record = (sent: SentSave[], shown: EditorRecord['shown'] = []): EditorRecord => ({ sent, shown, strange: [] });
const kept = (...texts: string[]) => texts.map((text, at) => ({ itemId: ITEM, version: at + 1, text }));
const NOTHING = { version: 0, text: '' };
const first = save('甲', NOTHING);
const second = save('乙', { version: 1, text: '甲' });
const problemsOf = (sent: SentSave[], texts: string[], shown: EditorRecord['shown'] = []) => {
  const rows = kept(...texts);
  return compareSaves([record(sent, shown)], rows, rows.slice(-1));
};

describe('what the editors were told against what is kept', () => {
  it('finds nothing where all agrees, also where an unanswered save was written and sent again', () => {
    expect(problemsOf([first, second], ['甲', '乙'], [{ itemId: ITEM, version: 1, text: '甲' }])).toEqual([]);
    const again = save('甲', NOTHING, { bases: [NOTHING, { version: 2, text: '乙' }], unanswered: 1, acknowledged: 3 });
    expect(problemsOf([again, second], ['甲', '乙', '甲'])).toEqual([]);
  });

  it.each([
    ['lost', [first, second], ['甲'], []],
    ['lost', [first, save('乙', { version: 1, text: '甲' })], ['甲', '丙'], []],
    ['silent', [first, save('乙', NOTHING, { acknowledged: 2 })], ['甲', '乙'], []],
    ['silent', [first, save('乙', { version: 1, text: '丁' })], ['甲', '乙'], []],
    ['written twice', [first, second], ['甲', '乙', '乙'], []],
    ['nobody sent', [first], ['甲', '丙'], []],
    ['shown wrongly', [first], ['甲'], [{ itemId: ITEM, version: 1, text: '丙' }]],
  ])('notices: %s', (word, sent, texts, shown) => {
    expect(problemsOf(sent, texts, shown).join('\n')).toContain(word);
  });

  it('notices a gap, an older text that stands, and a strange answer', () => {
    const gap = [{ itemId: ITEM, version: 2, text: '乙' }];
    expect(compareSaves([record([second])], gap, gap).join()).toContain('is missing');
    const rows = kept('甲', '乙');
    expect(compareSaves([record([first, second])], rows, rows.slice(0, 1)).join()).toContain('not the newest');
    expect(compareSaves([{ ...record([]), strange: ['500'] }], [], [])).toEqual(['an editor was told: 500']);
  });
});
