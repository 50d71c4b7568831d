import { describe, expect, it } from 'vitest';
import { traceLineages } from './item-lineage';

const campaign = (editionId: string, name: string, itemIds: readonly string[]) => ({
  editionId,
  items: itemIds.map((itemId) => ({ id: `${name}.${itemId}`, itemId })),
});
const maps = (pairs: Record<string, Record<string, string>>) => (from: string, to: string) =>
  new Map(Object.entries(pairs[`${from}→${to}`] ?? {}));
const traced = (...given: Parameters<typeof traceLineages>) => Object.fromEntries(traceLineages(...given));

describe('which question an item asks over the years', () => {
  it('is its own in the first campaign, and the same in the next one of the edition', () => {
    expect(traced([campaign('a', '2025', ['1', '2']), campaign('a', '2026', ['2', '3'])], maps({}))).toEqual({
      '2025.1': '2025.1',
      '2025.2': '2025.2',
      '2026.2': '2025.2',
      '2026.3': '2026.3',
    });
  });

  it('is known over editions by their map, also past a year that did not ask', () => {
    const years = [campaign('a', '2024', ['1', '2']), campaign('b', '2025', ['x']), campaign('c', '2026', ['p', 'q'])];
    const known = maps({ 'a→b': { x: '1' }, 'b→c': { p: 'x' }, 'a→c': { q: '2' } });
    expect(traced(years, known)).toMatchObject({ '2025.x': '2024.1', '2026.p': '2024.1', '2026.q': '2024.2' });
  });

  it('is not found through an older edition where the nearer one says that nothing asks it any more', () => {
    const years = [campaign('a', '2024', ['1']), campaign('b', '2025', ['x']), campaign('c', '2026', ['p'])];
    expect(traced(years, maps({ 'a→b': { x: '1' }, 'a→c': { p: '1' } }))).toMatchObject({ '2026.p': '2026.p' });
  });

  it('comes back with an edition that is used again', () => {
    const years = [campaign('a', '2024', ['1', '2']), campaign('b', '2025', ['x']), campaign('a', '2026', ['1', '2'])];
    expect(traced(years, maps({ 'a→b': { x: '1' }, 'b→a': { 2: 'x' } }))).toMatchObject({
      '2026.1': '2024.1',
      '2026.2': '2024.2',
    });
  });

  it('is never shared by two items of one campaign', () => {
    const years = [campaign('a', '2024', ['1']), campaign('b', '2025', ['x', 'y'])];
    expect(traced(years, maps({ 'a→b': { x: '1', y: '1' } }))).toMatchObject({
      '2025.x': '2024.1',
      '2025.y': '2025.y',
    });
  });
});
