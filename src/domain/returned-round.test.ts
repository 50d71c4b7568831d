import { describe, expect, it } from 'vitest';
import { EMPTY_ANSWER } from './answer';
import { asksFor, hasReacted, isOpenAfterReturn, standingRound } from './returned-round';

const MET = { ...EMPTY_ANSWER, status: 'met' as const, current: '実施しています。' };

describe('a returned round', () => {
  it('stands over one that was submitted after it and taken back', () => {
    expect(standingRound([{ state: 'taken_back' }, { state: 'returned' }, { state: 'returned' }])).toEqual({
      state: 'returned',
    });
    expect(standingRound([])).toBeUndefined();
  });

  it('asks by a comment, by 不足 and by 要確認, and by nothing else', () => {
    expect(asksFor({ verdict: 'accepted', comment: '資料を' })).toBe(true);
    expect(asksFor({ verdict: 'insufficient', comment: '' })).toBe(true);
    expect(asksFor({ verdict: 'check', comment: '' })).toBe(true);
    expect(asksFor({ verdict: 'accepted', comment: '' })).toBe(false);
    expect(asksFor({ verdict: null, comment: '' })).toBe(false);
  });

  it('leaves open what is asked and what could not be submitted again, and nothing else', () => {
    const quiet = { asks: false, submitted: MET, outcomeDueOn: undefined };
    expect(isOpenAfterReturn(quiet)).toBe(false);
    expect(isOpenAfterReturn({ ...quiet, asks: true })).toBe(true);
    expect(isOpenAfterReturn({ ...quiet, submitted: null })).toBe(true);
    const promising = {
      ...MET,
      status: 'partial' as const,
      measure: '広げる',
      person: '開発部',
      promised: { precision: 'day' as const, date: '2027-01-31' },
    };
    expect(isOpenAfterReturn({ ...quiet, submitted: promising, outcomeDueOn: '2027-01-30' })).toBe(false);
    expect(isOpenAfterReturn({ ...quiet, submitted: promising, outcomeDueOn: '2027-01-31' })).toBe(true);
    expect(isOpenAfterReturn({ ...quiet, outcomeDueOn: '2027-01-31' })).toBe(false);
  });

  it('is reacted to by another answer, other files or a reply, not by a save of the same text', () => {
    expect(hasReacted({ ...MET }, MET, null, false)).toBe(false);
    expect(hasReacted({ ...MET, remarks: '別紙' }, MET, null, false)).toBe(true);
    expect(hasReacted(MET, MET, { body: 'このままで間違いありません。' }, false)).toBe(true);
    expect(hasReacted(MET, MET, { body: '' }, false)).toBe(false);
    expect(hasReacted(MET, null, null, false)).toBe(true);
    expect(hasReacted(MET, MET, null, true)).toBe(true);
  });
});
