import { describe, expect, it } from 'vitest';
import { addMonths, monthWeeks, parseTypedDay } from './calendar-day';

describe('a typed day', () => {
  it.each([
    '2026-12-25',
    '2026/12/25',
    '20261225',
    '２０２６年１２月２５日',
    '2026年12月25日(金)',
    ' 2026.12.25 ',
    '令和8年12月25日',
    'Ｒ８．１２．２５',
    'h38/12/25',
  ])('reads %s', (typed) => {
    expect(parseTypedDay(typed)).toBe('2026-12-25');
  });

  it.each(['', '12/25', '2026-02-30', '2026-13-01', 'tomorrow', '2026-12-25; DROP', '令和8年2月30日', '大正8年1月1日'])(
    'refuses %s',
    (typed) => {
      expect(parseTypedDay(typed)).toBeNull();
    },
  );
});

describe('a month', () => {
  it('is drawn in whole weeks from Sunday', () => {
    const weeks = monthWeeks('2026-12-25');
    expect(weeks).toHaveLength(5);
    expect(weeks[0]).toEqual([null, null, '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-05']);
    expect(weeks.at(-1)).toEqual(['2026-12-27', '2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31', null, null]);
  });

  it('turns over the year', () => {
    expect(addMonths('2026-12-25', 1)).toBe('2027-01-01');
    expect(addMonths('2026-01-31', -1)).toBe('2025-12-01');
  });
});
