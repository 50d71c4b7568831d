import { describe, expect, it } from 'vitest';
import { readDays, readWhole } from './read-rules';

describe('a whole number as typed', () => {
  it.each([
    ['20', 20],
    [' ２０ ', 20],
    ['1', 1],
    ['120', 120],
  ])('reads %s', (typed, value) => expect(readWhole(typed, 1, 120)).toBe(value));

  it.each(['', '0', '121', '1.5', '-3', '1e2', '十', '20日'])('is nothing for %s', (typed) =>
    expect(readWhole(typed, 1, 120)).toBeNull(),
  );
});

describe('days as typed', () => {
  it.each([
    ['10, 3', [10, 3]],
    ['１０、３', [10, 3]],
    ['10 3 ', [10, 3]],
    ['', []],
  ])('reads %s', (typed, days) => expect(readDays(typed)).toEqual(days));

  it.each(['10, 0', '10, x', '61', '1,2,3,4,5,6,7', '3.5'])('is nothing for %s', (typed) =>
    expect(readDays(typed)).toBeNull(),
  );
});
