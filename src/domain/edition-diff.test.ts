import { describe, expect, it } from 'vitest';
import { builtInEditions, type ChecklistItem } from './checklist';
import { diffEditions } from './edition-diff';
import { mapItems } from './edition-map';

const [built] = builtInEditions();
if (!built) throw new Error('no edition comes with the product');

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
const diffOf = (from: ChecklistItem[], to: ChecklistItem[]) =>
  diffEditions(mapItems({ items: from }, { items: to }, [], true), from);

describe('the difference of two editions', () => {
  it('is nothing for an edition and its copy', () => {
    const copy = built.items.map((each) => ({ ...each, id: each.number }));
    expect(diffOf(built.items, copy)).toEqual({ added: [], removed: [], changed: [], unchanged: built.items.length });
  });

  it('names what was added and what was removed', () => {
    const diff = diffOf([item('1', '甲'), item('2', '乙')], [item('2', '乙'), item('n1', '丙')]);
    expect(diff.removed.map((each) => each.number)).toEqual(['1']);
    expect(diff.added.map((each) => each.number)).toEqual(['n1']);
    expect(diff.changed).toEqual([]);
  });

  it('shows a changed text before and after, part by part', () => {
    const before = item('1', '甲を定める');
    const after = item('1', '甲を定め、年1回見直す', {
      practices: [{ heading: '規程', methods: [{ number: 1, text: '規程がある。' }] }],
    });
    expect(diffOf([before], [after]).changed).toMatchObject([
      {
        by: 'id',
        moved: false,
        renumbered: false,
        changes: [
          { part: 'objective', before: '甲を定める', after: '甲を定め、年1回見直す' },
          { part: 'practices', before: '', after: '■規程\n[1] 規程がある。' },
        ],
      },
    ]);
  });

  it('tells moved from renumbered, and moves the fewest', () => {
    const from = ['1', '2', '3', '4'].map((number) => item(number, `本文${number}`));
    const moved = diffOf(
      from,
      [from[3], from[0], from[1], from[2]].filter((each) => each !== undefined),
    );
    expect(moved.changed.map((each) => [each.to.number, each.moved, each.renumbered])).toEqual([['4', true, false]]);
    const renumbered = diffOf(
      from,
      from.map((each) => ({ ...each, id: each.number, number: `Sec-${each.number}` })),
    );
    expect(renumbered.changed.map((each) => [each.to.number, each.moved, each.renumbered])).toEqual(
      from.map((each) => [`Sec-${each.number}`, false, true]),
    );
  });

  it('shows the bank’s own words and conditions apart from the printed text', () => {
    const after = item('1', '甲', {
      guidance: '書き方',
      evidenceNeeded: true,
      namedData: ['認証番号', '報告書名'],
      onlyForApiKinds: ['update'],
    });
    expect(diffOf([item('1', '甲')], [after]).changed[0]?.changes).toEqual([
      { part: 'guidance', before: '', after: '書き方' },
      { part: 'evidenceNeeded', before: '', after: 'needed' },
      { part: 'namedData', before: '', after: '認証番号\n報告書名' },
      { part: 'onlyForApiKinds', before: '', after: 'update' },
    ]);
  });
});
