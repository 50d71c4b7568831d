import { describe, expect, it } from 'vitest';
import { builtInEditions, type ChecklistItem, contentHash, slotsOf } from './checklist';
import { noteLines, segmentsOf, unnamedNotes } from './checklist-text';
import { mayStayBlank, plainName } from './named-data';

const [edition] = builtInEditions();
if (!edition) throw new Error('no edition comes with the product');
const { items } = edition;
const item = (number: number): ChecklistItem => {
  const found = items.find((candidate) => candidate.number === String(number));
  if (!found) throw new Error(`no item ${number}`);
  return found;
};
const textOf = (number: number) => JSON.stringify(item(number));

describe('the trial edition of 28 June 2017', () => {
  it('is whole: items, categories, headings, methods, notes, references', () => {
    expect(edition.issued).toBe('2017-06-28');
    expect(items.map(({ number }) => number)).toEqual(Array.from({ length: 60 }, (_, index) => String(index + 1)));
    expect(new Set(items.map(({ category }) => category)).size).toBe(9);
    const practices = items.flatMap((each) => each.practices);
    expect(practices).toHaveLength(94);
    expect(practices.flatMap((practice) => practice.methods)).toHaveLength(185);
    expect(items.flatMap((each) => each.notes)).toHaveLength(64);
    expect(items.flatMap((each) => each.references)).toHaveLength(48);
    expect(items.filter((each) => each.references.length > 0)).toHaveLength(45);
  });

  it('says who answers what', () => {
    const numbers = (who: ChecklistItem['answeredBy']) =>
      items.filter((each) => each.answeredBy === who).map((each) => Number(each.number));
    expect(numbers('bank')).toEqual([53, 54, 55, 56, 57, 60]);
    expect(numbers('both')).toEqual([10, 14, 15, 16, 17, 18, 19, 48, 49]);
    expect(numbers('vendor')).toHaveLength(45);
    expect(items.filter((each) => slotsOf(each.answeredBy).includes('vendor'))).toHaveLength(54);
    expect(items.filter((each) => slotsOf(each.answeredBy).includes('bank'))).toHaveLength(15);
  });

  it('has a field for each datum that a method asks to be written out, and asks for none to be filled in', () => {
    const asking = items.filter((each) => each.namedData);
    expect(asking.map(({ number }) => number)).toEqual(['9', '21', '26', '35', '49']);
    for (const { namedData = [] } of asking) expect(namedData.every(mayStayBlank)).toBe(true);
    // Every word of a name is printed in its item.
    const printed = (each: ChecklistItem) => JSON.stringify([each.practices, each.notes]);
    const unprinted = asking.flatMap((each) =>
      (each.namedData ?? [])
        .map(plainName)
        .filter((name) => !name.split('の').every((word) => printed(each).includes(word))),
    );
    expect(unprinted).toEqual([]);
  });

  it('keeps its misprints', () => {
    expect(textOf(25)).toContain('監査またをは措置等');
    expect(textOf(38)).toContain('監理');
    expect(textOf(42)).toContain('ＮＳＴ');
    expect(textOf(51)).toContain('他社');
    expect(textOf(57)).toContain('劣後することが想定し');
  });

  it('tells a changed text from a moved one', () => {
    expect(contentHash({ ...item(1), number: 'Sec-99' })).toBe(contentHash(item(1)));
    expect(contentHash({ ...item(1), objective: 'x' })).not.toBe(contentHash(item(1)));
  });
});

describe('the printed text', () => {
  it('opens a note where a method names it, in either width', () => {
    const opened = (number: number) =>
      item(number).practices.flatMap((practice) =>
        practice.methods.flatMap((method) =>
          segmentsOf(method.text, item(number).notes).filter((segment) => segment.note !== null),
        ),
      );
    expect(opened(36)).toEqual([{ text: '(注1)', note: 0 }]);
    expect(opened(6).length).toBeGreaterThan(0);
    expect(opened(37).map((segment) => segment.note)).toEqual([0, 1, 2, 3]);
  });

  it('is kept verbatim by cutting', () => {
    for (const each of items) {
      for (const text of each.practices.flatMap((practice) => practice.methods.map((method) => method.text))) {
        expect(
          segmentsOf(text, each.notes)
            .map((segment) => segment.text)
            .join(''),
        ).toBe(text);
      }
    }
  });

  it('reaches every one of the notes', () => {
    expect(items.filter((each) => unnamedNotes(each).length > 0).map((each) => each.number)).toEqual([]);
    expect(segmentsOf(item(30).notes[0]?.text ?? '', item(30).notes).some((segment) => segment.note === 1)).toBe(true);
  });

  it('turns leading full-width spaces into steps of indent', () => {
    expect(noteLines('①a\n\u3000b\n\u3000\u3000・c')).toEqual([
      { indent: 0, text: '①a' },
      { indent: 1, text: 'b' },
      { indent: 2, text: '・c' },
    ]);
  });
});
