import { describe, expect, it } from 'vitest';
import { builtInEditions } from './checklist';
import {
  noteLinesOf,
  practiceLines,
  readNotes,
  readPractices,
  readReferences,
  referenceLines,
} from './checklist-lines';

const items = builtInEditions().flatMap((edition) => edition.items);
// Texts made of what the format gives a meaning to, drawn from a fixed seed.
const SIGNS = ['■', '◇', '｜', '、', '\\', '\\_', '\n', '[1] ', '[2]', ' ', '　', '甲', '_', 'n'];
function drawer(seed: number) {
  let state = seed;
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const some = <T>(make: () => T, most: number) => Array.from({ length: below(most + 1) }, make);
  const text = () => some(() => SIGNS[below(SIGNS.length)] ?? '', 6).join('');
  return { below, some, text };
}

describe('the lines of an item', () => {
  it('give every built-in item back exactly', () => {
    for (const { practices, notes, references } of items) {
      expect(readPractices(practiceLines(practices))).toEqual({ value: practices });
      expect(readNotes(noteLinesOf(notes))).toEqual({ value: notes });
      const { sources, sections } = referenceLines(references);
      expect(readReferences(sources, sections)).toEqual({ value: references });
    }
  });

  it('give any text back exactly, also one that looks like the format', () => {
    const { below, some, text } = drawer(17);
    for (let round = 0; round < 3000; round += 1) {
      const practices = some(
        () => ({ heading: text(), methods: some(() => ({ number: below(100), text: text() }), 3) }),
        3,
      );
      expect(readPractices(practiceLines(practices))).toEqual({ value: practices });
      const notes = some(() => ({ mark: text(), title: text(), text: text() }), 3);
      expect(readNotes(noteLinesOf(notes))).toEqual({ value: notes });
      const references = some(() => ({ source: text(), sections: some(text, 3) }), 3);
      const { sources, sections } = referenceLines(references);
      expect(readReferences(sources, sections)).toEqual({ value: references });
    }
  });

  it('say which line can’t be understood', () => {
    expect(readPractices('[1] 見出しがない')).toEqual({ problem: 'method-first', line: 1 });
    expect(readNotes('題のない注')).toEqual({ problem: 'note-first', line: 1 });
    expect(readNotes('◇注1｜具体例\n本文\n◇棒のない見出し')).toEqual({ problem: 'note-bar', line: 3 });
    expect(readReferences('一つ', '運1\n運2')).toEqual({ problem: 'reference-lines', line: 2 });
  });

  it('can be written by hand', () => {
    expect(readPractices('■体制\n[1] 責任者を定めている。\n[2]規程がある。\n　続きの行')).toEqual({
      value: [
        {
          heading: '体制',
          methods: [
            { number: 1, text: '責任者を定めている。' },
            { number: 2, text: '規程がある。\n　続きの行' },
          ],
        },
      ],
    });
  });
});
