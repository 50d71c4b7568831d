import { describe, expect, it } from 'vitest';
import { foldForSearch } from './search-text';

describe('folding for a search', () => {
  it('folds full and half width alike', () => {
    expect(foldForSearch('ＡＢＣ１２３')).toBe('abc123');
    expect(foldForSearch('ﾍﾟｲﾒﾝﾄ')).toBe('ペイメント');
  });

  it('folds hiragana to katakana, voiced and iterated signs too', () => {
    expect(foldForSearch('ぺいめんと')).toBe('ペイメント');
    expect(foldForSearch('いすゞ')).toBe('イスヾ');
  });

  it('leaves kanji and the long vowel sign as they are', () => {
    expect(foldForSearch('点検データー株式会社')).toBe('点検データー株式会社');
  });

  it('changes nothing the second time', () => {
    for (const text of ['ﾃﾞｰﾀ', '㈱てすと', 'Ａ　ｂ'])
      expect(foldForSearch(foldForSearch(text))).toBe(foldForSearch(text));
  });
});
