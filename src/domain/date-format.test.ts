import { describe, expect, it } from 'vitest';
import { formatDate, formatDeadline, formatInstant, formatPromised } from './date-format';

describe('dates as people read them', () => {
  it('always carry year and weekday', () => {
    expect(formatDate('2026-12-25', 'ja')).toBe('2026年12月25日(金)');
    expect(formatDate('2026-12-25', 'en')).toBe('Fri, 25 Dec 2026');
    expect(formatDeadline('2026-12-25', '17:00', 'ja')).toBe('2026年12月25日(金) 17:00');
    expect(formatDeadline('2026-12-25', '17:00', 'en')).toBe('Fri, 25 Dec 2026 17:00 JST');
  });

  it('are told in Japanese time', () => {
    expect(formatInstant(new Date('2026-12-24T15:30:00Z'), 'ja')).toBe('2026年12月25日(金) 00:30');
  });

  it('show a promise in the precision it was made', () => {
    expect(formatPromised({ precision: 'month', year: 2027, month: 3 }, 'ja')).toBe('2027年3月');
    expect(formatPromised({ precision: 'half', fiscalYear: 2027, half: 1 }, 'ja')).toBe('2027年度上期');
    expect(formatPromised({ precision: 'half', fiscalYear: 2027, half: 2 }, 'en')).toBe('2nd half of FY2027');
    expect(formatPromised({ precision: 'fiscal_year', fiscalYear: 2026 }, 'en')).toBe('FY2026');
    expect(formatPromised({ precision: 'undecided', reason: '選定中' }, 'ja')).toBe('未定（選定中）');
  });
});
