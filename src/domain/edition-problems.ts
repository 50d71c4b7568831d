import { type ChecklistEdition, itemIdOf } from './checklist';

/** What hinders publishing. */
export const EDITION_PROBLEMS = [
  'no-items',
  'title-blank',
  'number-blank',
  'number-twice',
  'id-twice',
  'category-blank',
  'objective-blank',
  'practice-blank',
  'note-blank',
  'reference-blank',
] as const;

export interface EditionProblem {
  kind: (typeof EDITION_PROBLEMS)[number];
  /** Of the item, from 1; null where the edition itself is meant. */
  position: number | null;
  /** 通番 as printed. */
  number: string;
}

const isBlank = (text: string) => text.trim() === '';
// ＡＢＣ and ABC, １ and 1 look alike to who reads 通番.
const folded = (text: string) => text.normalize('NFKC').trim();

/** Everything that hinders publishing the edition, item by item in order; empty: it can be published. */
export function editionProblems(edition: ChecklistEdition): EditionProblem[] {
  const problems: EditionProblem[] = [];
  const say = (kind: EditionProblem['kind'], index: number | null = null) =>
    problems.push({
      kind,
      position: index === null ? null : index + 1,
      number: index === null ? '' : (edition.items[index]?.number ?? ''),
    });
  if (isBlank(edition.title)) say('title-blank');
  if (edition.items.length === 0) say('no-items');
  const numbers = new Set<string>();
  const ids = new Set<string>();
  for (const [index, item] of edition.items.entries()) {
    if (isBlank(item.number)) say('number-blank', index);
    else if (numbers.has(folded(item.number))) say('number-twice', index);
    else if (ids.has(itemIdOf(item))) say('id-twice', index);
    numbers.add(folded(item.number));
    ids.add(itemIdOf(item));
    if (isBlank(item.category)) say('category-blank', index);
    if (isBlank(item.objective)) say('objective-blank', index);
    if (item.practices.some(({ heading, methods }) => isBlank(heading) || methods.some(({ text }) => isBlank(text)))) {
      say('practice-blank', index);
    }
    if (item.notes.some(({ mark, text }) => isBlank(mark) || isBlank(text))) say('note-blank', index);
    if (item.references.some(({ source }) => isBlank(source))) say('reference-blank', index);
  }
  return problems;
}
