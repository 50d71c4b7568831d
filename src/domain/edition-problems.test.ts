import { describe, expect, it } from 'vitest';
import { seventeenItems } from '@/usecases/testing/seventeen-items';
import { builtInEditions, type ChecklistItem } from './checklist';
import { editionProblems } from './edition-problems';

const own = seventeenItems();
const first = own.items[0] as ChecklistItem;
const kindsOf = (...items: ChecklistItem[]) => editionProblems({ ...own, items }).map(({ kind }) => kind);

describe('what hinders publishing', () => {
  it('is nothing in the built-in edition and in a bank’s own', () => {
    for (const edition of [...builtInEditions(), own]) expect(editionProblems(edition)).toEqual([]);
  });

  it('is an edition without items or title', () => {
    expect(editionProblems({ ...own, title: ' ', items: [] })).toEqual([
      { kind: 'title-blank', position: null, number: '' },
      { kind: 'no-items', position: null, number: '' },
    ]);
  });

  it('is a number or an id that stands twice, in either width', () => {
    expect(kindsOf(first, { ...first, id: 'other', number: 'Ｓｅｃ-1' })).toEqual(['number-twice']);
    expect(kindsOf(first, { ...first, number: 'Sec-2' })).toEqual(['id-twice']);
    expect(kindsOf({ ...first, id: undefined }, { ...first, id: 'Sec-1', number: 'Sec-2' })).toEqual(['id-twice']);
  });

  it('is a blank text, wherever it stands', () => {
    const faulty: ChecklistItem = {
      ...first,
      number: ' ',
      category: '',
      objective: '\n',
      practices: [{ heading: '見出し', methods: [{ number: 1, text: '' }] }],
      notes: [{ mark: '注', title: '', text: ' ' }],
      references: [{ source: '', sections: [] }],
    };
    expect(editionProblems({ ...own, items: [first, faulty] })).toEqual(
      ['number-blank', 'category-blank', 'objective-blank', 'practice-blank', 'note-blank', 'reference-blank'].map(
        (kind) => ({ kind, position: 2, number: ' ' }),
      ),
    );
  });
});
