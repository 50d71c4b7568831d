import { describe, expect, it } from 'vitest';
import type { ChecklistItem } from './checklist';
import { itemCounterparts, mapItems } from './edition-map';

const item = (number: string, objective: string, more: Partial<ChecklistItem> = {}): ChecklistItem => ({
  number,
  category: '統制',
  objective,
  answeredBy: 'vendor',
  practices: [],
  notes: [],
  references: [],
  ...more,
});
const edition = (...items: ChecklistItem[]) => ({ items });
const pairsOf = (map: Map<string, string>) => Object.fromEntries(map);

describe('the map between two editions', () => {
  it('pairs the same printed text wherever it moved and whatever its number', () => {
    const from = edition(item('1', '甲'), item('2', '乙'));
    const to = edition(item('Sec-1', '乙'), item('Sec-2', '甲'));
    expect(pairsOf(itemCounterparts(from, to, [], false))).toEqual({ 'Sec-1': '2', 'Sec-2': '1' });
  });

  it('takes no number for a sign of the same question in editions of different descent', () => {
    const from = edition(item('1', '甲'));
    const to = edition(item('1', '丙'));
    expect(pairsOf(itemCounterparts(from, to, [], false))).toEqual({});
    expect(mapItems(from, to, [], false).unresolved).toEqual({ from: from.items, to: to.items });
  });

  it('keeps a copied item with a changed text by its id', () => {
    const from = edition(item('1', '甲'));
    const to = edition(item('Sec-9', '甲を改めた', { id: '1' }));
    const { pairs } = mapItems(from, to, [], true);
    expect(pairs).toEqual([{ from: from.items[0], to: to.items[0], by: 'id' }]);
  });

  it('lets a person’s word stand before the same text, also the word that there is no counterpart', () => {
    const from = edition(item('1', '甲'), item('2', '乙'));
    const to = edition(item('A', '甲'), item('B', '丙'));
    expect(pairsOf(itemCounterparts(from, to, [{ fromItemId: '1', toItemId: 'B' }], false))).toEqual({ B: '1' });
    const map = mapItems(from, to, [{ fromItemId: '1', toItemId: null }], false);
    expect(map.pairs).toEqual([]);
    expect(map.dropped.map((each) => each.number)).toEqual(['1']);
    expect(map.unresolved.from.map((each) => each.number)).toEqual(['2']);
  });

  it('gives an item one counterpart at most, the one with the same id among equal texts', () => {
    const from = edition(item('1', '同文'), item('2', '同文'));
    const to = edition(item('9', '同文', { id: '2' }), item('8', '同文'), item('7', '同文'));
    expect(pairsOf(itemCounterparts(from, to, [], false))).toEqual({ '2': '2', '8': '1' });
  });

  it('passes over a pair by hand whose item is gone', () => {
    const from = edition(item('1', '甲'));
    const to = edition(item('A', '甲'));
    const hand = [
      { fromItemId: '5', toItemId: 'A' },
      { fromItemId: '1', toItemId: 'gone' },
    ];
    expect(pairsOf(itemCounterparts(from, to, hand, false))).toEqual({ A: '1' });
  });
});
