import { describe, expect, it } from 'vitest';
import { formatPromised } from './date-format';
import type { PromisedDate } from './promised-date';
import { readPromised } from './promised-text';

const DAY = { precision: 'day', date: '2026-03-31' };

describe('a promised date in a cell', () => {
  it.each([
    ['2026-03-31', DAY],
    ['2026/3/31', DAY],
    ['2026.3.31', DAY],
    ['２０２６年３月３１日', DAY],
    ['2026年3月31日（火）', DAY],
    ['令和8年3月31日', DAY],
    ['令和８年 ３月 ３１日', DAY],
    ['R8.3.31', DAY],
    ['Ｒ８／３／３１', DAY],
    ['平成31年4月30日', { precision: 'day', date: '2019-04-30' }],
    ['令和元年5月1日', { precision: 'day', date: '2019-05-01' }],
    ['2026年9月', { precision: 'month', year: 2026, month: 9 }],
    ['2026/9', { precision: 'month', year: 2026, month: 9 }],
    ['令和8年9月', { precision: 'month', year: 2026, month: 9 }],
    ['2026年度', { precision: 'fiscal_year', fiscalYear: 2026 }],
    ['令和8年度下期', { precision: 'half', fiscalYear: 2026, half: 2 }],
    ['2027年度上期', { precision: 'half', fiscalYear: 2027, half: 1 }],
    ['未定（製品の選定中）', { precision: 'undecided', reason: '製品の選定中' }],
    ['未定：製品の選定中', { precision: 'undecided', reason: '製品の選定中' }],
    ['未定', { precision: 'undecided', reason: '' }],
    ['  ', null],
  ])('reads %s', (text, expected) => {
    expect(readPromised(text)).toEqual(expected);
  });

  it.each(['来年度中', '3月31日', '2026-02-30', '2026-13-01', '1999年3月31日', '2026年度中期', 'TBD', '45382'])(
    'says that %s is none',
    (text) => {
      expect(readPromised(text)).toBe('unreadable');
    },
  );

  it('reads what the page itself writes, of every precision', () => {
    const all: PromisedDate[] = [
      { precision: 'day', date: '2026-09-30' },
      { precision: 'month', year: 2027, month: 1 },
      { precision: 'half', fiscalYear: 2026, half: 2 },
      { precision: 'fiscal_year', fiscalYear: 2026 },
      { precision: 'undecided', reason: '選定中（三社）' },
    ];
    for (const promised of all) expect(readPromised(formatPromised(promised, 'ja'))).toEqual(promised);
  });
});
