import { describe, expect, it } from 'vitest';
import { type FilterFacts, filterNamed, inFilter, REVIEW_FILTERS, stepWithin } from './review-filters';

const NOTHING: FilterFacts = {
  answered: true,
  judged: true,
  changed: false,
  gap: false,
  commented: false,
  asked: false,
  read: true,
};

describe('the filters of a review', () => {
  it.each([
    [{}, ['all']],
    [{ judged: false }, ['all', 'unjudged']],
    [{ changed: true }, ['all', 'changed']],
    [{ gap: true }, ['all', 'gaps']],
    [{ commented: true }, ['all', 'commented']],
    [{ asked: true }, ['all', 'asked']],
    [{ read: false }, ['all', 'unread']],
    [{ answered: false, judged: false, read: false }, ['all']],
    [
      { judged: false, changed: true, gap: true, commented: true, read: false },
      ['all', 'unjudged', 'changed', 'gaps', 'commented', 'unread'],
    ],
  ] as const)('list an item with %o under %o', (facts, expected) => {
    expect(REVIEW_FILTERS.filter((filter) => inFilter(filter, { ...NOTHING, ...facts }))).toEqual(expected);
  });

  it('are named in an address, and anything else there means all', () => {
    expect(filterNamed('gaps')).toBe('gaps');
    for (const text of ['everything', '', null, undefined]) expect(filterNamed(text)).toBe('all');
  });

  it('keep a step within the list, also from an item that has left it', () => {
    const all = ['1', '2', '3', '4', '5'];
    expect(stepWithin(all, ['1', '3', '5'], '3', 1)).toBe('5');
    expect(stepWithin(all, ['1', '5'], '3', 1)).toBe('5');
    expect(stepWithin(all, ['1', '5'], '3', -1)).toBe('1');
    expect(stepWithin(all, ['1', '5'], '5', 1)).toBeNull();
    expect(stepWithin(all, ['1', '5'], '1', -1)).toBeNull();
    expect(stepWithin(all, [], '1', 1)).toBeNull();
  });
});
