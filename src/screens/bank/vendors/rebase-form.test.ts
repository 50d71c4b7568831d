import { describe, expect, it } from 'vitest';
import { rebaseForm } from './rebase-form';

describe('a form after somebody else saved first', () => {
  const began = { name: '旧', kana: 'キュウ', notes: '', place: '東京' };

  it('keeps what was typed and takes what the other one changed elsewhere', () => {
    const typed = { ...began, notes: '私の備考' };
    const standing = { ...began, place: '大阪' };
    expect(rebaseForm(began, typed, standing)).toEqual({
      values: { name: '旧', kana: 'キュウ', notes: '私の備考', place: '大阪' },
      contested: [],
    });
  });

  it('names the fields that both changed, and keeps the typed ones', () => {
    const typed = { ...began, name: '私の名前', notes: '同じ' };
    const standing = { ...began, name: '別の名前', notes: '同じ' };
    expect(rebaseForm(began, typed, standing)).toEqual({
      values: { ...began, name: '私の名前', notes: '同じ' },
      contested: ['name'],
    });
  });
});
