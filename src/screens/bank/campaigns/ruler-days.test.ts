import { describe, expect, it } from 'vitest';
import { rulerDays } from './ruler-days';

describe('the days of a flight plan', () => {
  it('are all of them from the first mail to the last, with the bank’s holidays', () => {
    const days = rulerDays(['2026-12-25', '2026-11-27', '2027-01-05']);
    expect(days).toHaveLength(40);
    expect(days[0]).toEqual({ day: '2026-11-27', holiday: false, skips: false });
    expect(days.at(-1)?.day).toBe('2027-01-05');
    expect(days.find((each) => each.day === '2027-01-01')?.holiday).toBe(true);
    expect(days.some((each) => each.skips)).toBe(false);
  });

  it('leave idle months out, say where, and keep every day that counts', () => {
    const counting = ['2026-11-27', '2027-12-01', '2027-12-15', '2027-12-22'];
    const days = rulerDays(counting);
    expect(days.length).toBeLessThan(60);
    expect(days.filter((each) => each.skips).map((each) => each.day)).toEqual(['2027-11-27', '2027-12-11']);
    for (const day of counting) expect(days.map((each) => each.day)).toContain(day);
  });
});
