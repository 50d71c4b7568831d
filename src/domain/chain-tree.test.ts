import { describe, expect, it } from 'vitest';
import { closesCycle, inTreeOrder, linksBelow } from './chain-tree';

const LINKS = [
  { id: 'b', parentId: null },
  { id: 'a', parentId: null },
  { id: 'a2', parentId: 'a1' },
  { id: 'a1', parentId: 'a' },
  { id: 'b1', parentId: 'b' },
];

describe('a chain of sub-contractors', () => {
  it('is listed as a tree, siblings in their order, with the tier of each', () => {
    expect(inTreeOrder(LINKS).map(({ id, tier }) => [id, tier])).toEqual([
      ['b', 1],
      ['b1', 2],
      ['a', 1],
      ['a1', 2],
      ['a2', 3],
    ]);
  });

  it('lists a link whose parent is gone as first tier', () => {
    expect(inTreeOrder([{ id: 'x', parentId: 'gone' }])).toEqual([{ id: 'x', parentId: 'gone', tier: 1 }]);
  });

  it('knows what stands below a link, the link included', () => {
    expect([...linksBelow(LINKS, 'a')].sort()).toEqual(['a', 'a1', 'a2']);
    expect([...linksBelow(LINKS, 'a2')]).toEqual(['a2']);
  });

  it('can’t stand below itself or below one of its own', () => {
    expect(closesCycle(LINKS, 'a', 'a')).toBe(true);
    expect(closesCycle(LINKS, 'a', 'a2')).toBe(true);
    expect(closesCycle(LINKS, 'a', 'b1')).toBe(false);
    expect(closesCycle(LINKS, 'a', null)).toBe(false);
  });
});
