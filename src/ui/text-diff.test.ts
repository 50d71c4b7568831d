import { describe, expect, it } from 'vitest';
import { type DiffPart, diffText } from './text-diff';

const side = (parts: DiffPart[], kind: 'ins' | 'del') =>
  parts
    .filter((part) => part.kind === 'same' || part.kind === kind)
    .map((part) => part.text)
    .join('');

describe('a difference of texts', () => {
  it('marks the words that changed and keeps the rest', () => {
    const parts = diffText('IDSで不正アクセスを監視している。', 'IDS/IPSで不正アクセスを監視している。毎月見直す。');
    expect(parts.some((part) => part.kind === 'same' && part.text.includes('不正アクセスを監視している'))).toBe(true);
    expect(parts.filter((part) => part.kind !== 'same').map((part) => part.text)).toEqual(['/IPS', '。毎月見直す']);
  });

  it.each([
    ['', ''],
    ['同じ', '同じ'],
    ['', '足した'],
    ['消した', ''],
    ['𠮷野家で👨‍👩‍👧と\u202eabc', '吉野家で👨‍👩‍👦と\u0000abc'],
    ['あ'.repeat(30_000), `${'い'.repeat(30_000)}あ`],
  ])('joins back to both texts (case %#)', (before, after) => {
    const parts = diffText(before, after);
    expect(side(parts, 'del')).toBe(before);
    expect(side(parts, 'ins')).toBe(after);
  });

  it('says nothing of equal texts but the text', () => {
    expect(diffText('同じ文です。', '同じ文です。')).toEqual([{ kind: 'same', text: '同じ文です。' }]);
  });

  it('compares no hundred thousand characters word by word: their middle is one replacement', () => {
    const parts = diffText('監視している。'.repeat(15_000), '点検している。'.repeat(15_000));
    expect(parts.map(({ kind }) => kind)).toEqual(['del', 'ins', 'same']);
  });
});
