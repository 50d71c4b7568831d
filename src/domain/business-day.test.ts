import { describe, expect, it } from 'vitest';
import {
  addBankBusinessDays,
  bankBusinessDaysBetween,
  isBankBusinessDay,
  nationalHoliday,
  nextBankBusinessDay,
} from './business-day';

describe('bank business days', () => {
  it('rests on weekends, national and substitute holidays, and from 31 December to 3 January', () => {
    for (const day of [
      '2026-12-05',
      '2026-12-06',
      '2026-11-23',
      '2026-05-06',
      '2026-12-31',
      '2027-01-01',
      '2027-01-03',
    ]) {
      expect(isBankBusinessDay(day), day).toBe(false);
    }
    expect(nationalHoliday('2026-11-23')).toBe('勤労感謝の日');
    expect(isBankBusinessDay('2026-12-30')).toBe(true);
    expect(isBankBusinessDay('2027-01-04')).toBe(true);
  });

  it('counts 20 bank business days from 27 November to 25 December 2026', () => {
    expect(addBankBusinessDays('2026-11-27', 20)).toBe('2026-12-25');
    expect(bankBusinessDaysBetween('2026-11-27', '2026-12-25')).toBe(20);
  });

  it('crosses the turn of the year both ways', () => {
    expect(addBankBusinessDays('2026-12-30', 1)).toBe('2027-01-04');
    expect(addBankBusinessDays('2027-01-04', -1)).toBe('2026-12-30');
    expect(bankBusinessDaysBetween('2027-01-04', '2026-12-30')).toBe(-1);
  });

  it('leaves a business day where it is and moves a holiday to the next', () => {
    expect(nextBankBusinessDay('2026-11-24')).toBe('2026-11-24');
    expect(nextBankBusinessDay('2026-11-21')).toBe('2026-11-24');
  });
});
