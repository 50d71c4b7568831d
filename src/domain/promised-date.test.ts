import { describe, expect, it } from 'vitest';
import { isOverdue, lastDayOf, type PromisedDate, promisedDateSchema } from './promised-date';

describe('a promised date', () => {
  const cases: [PromisedDate, string | null][] = [
    [{ precision: 'day', date: '2027-03-31' }, '2027-03-31'],
    [{ precision: 'month', year: 2028, month: 2 }, '2028-02-29'],
    [{ precision: 'half', fiscalYear: 2027, half: 1 }, '2027-09-30'],
    [{ precision: 'half', fiscalYear: 2027, half: 2 }, '2028-03-31'],
    [{ precision: 'fiscal_year', fiscalYear: 2026 }, '2027-03-31'],
    [{ precision: 'undecided', reason: '製品の選定中' }, null],
  ];

  it('ends on the last day of what was promised', () => {
    for (const [promised, last] of cases) expect(lastDayOf(promised)).toBe(last);
  });

  it('is overdue after its last day, not on it, and never when undecided', () => {
    const half: PromisedDate = { precision: 'half', fiscalYear: 2027, half: 1 };
    expect(isOverdue(half, '2027-09-30')).toBe(false);
    expect(isOverdue(half, '2027-10-01')).toBe(true);
    expect(isOverdue({ precision: 'undecided', reason: '' }, '2100-01-01')).toBe(false);
  });

  it('is refused when the day does not exist', () => {
    expect(promisedDateSchema.safeParse({ precision: 'day', date: '2027-02-30' }).success).toBe(false);
    expect(promisedDateSchema.safeParse({ precision: 'half', fiscalYear: 2027, half: 3 }).success).toBe(false);
  });
});
