import { describe, expect, it } from 'vitest';
import { builtInEditions } from '@/domain/checklist';
import { tidyItem } from '@/domain/edition-sheet';
import { seventeenItems } from '@/usecases/testing/seventeen-items';
import { freshItem, itemOf, stepped, typedItem, typedProblems } from './typed-item';

describe('an item in the fields of the editor', () => {
  it('goes back to what it was', () => {
    for (const item of [...builtInEditions(), seventeenItems()].flatMap((edition) => edition.items)) {
      expect(tidyItem(itemOf(typedItem(item)))).toEqual({ ...item, id: item.id ?? item.number });
      expect(typedProblems(typedItem(item))).toEqual({});
    }
  });

  it('is begun after another one, under the next free number in its style', () => {
    const typed = seventeenItems().items.map(typedItem);
    expect(freshItem(typed[3], typed)).toMatchObject({ number: 'Sec-18', category: '体制', objective: '' });
    expect(freshItem({ ...freshItem(undefined, []), number: '別表' }, [])).toMatchObject({ number: '別表-1' });
    expect(freshItem({ ...freshItem(undefined, []), number: 'Sec-09' }, [])).toMatchObject({ number: 'Sec-10' });
    expect(freshItem(undefined, [])).toMatchObject({ number: '1', category: '' });
  });

  it('says which line of a field can’t be understood, and that a number is missing', () => {
    const item = { ...freshItem(undefined, []), number: ' ', practices: '[1] 見出しがない', sections: '第3条' };
    expect(typedProblems(item)).toEqual({
      number: 'blank',
      practices: { problem: 'method-first', line: 1 },
      sections: { problem: 'reference-lines', line: 1 },
    });
  });

  it('steps up and down, and stays at the ends', () => {
    const items = ['a', 'b', 'c'].map((id) => ({ id }));
    const orderOf = (id: string, step: -1 | 1) =>
      stepped(items, id, step)
        .map((item) => item.id)
        .join('');
    expect([orderOf('b', -1), orderOf('b', 1), orderOf('a', -1), orderOf('c', 1)]).toEqual([
      'bac',
      'acb',
      'abc',
      'abc',
    ]);
  });
});
