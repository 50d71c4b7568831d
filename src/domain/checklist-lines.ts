import type { ChecklistItem } from './checklist';

/**
 * The parts of an item as lines of text, for a cell or a field that people edit, and back again without loss:
 *
 *     ■heading                  ◇mark｜title              source     section、section
 *     [1] first method          text of the note          (references stand line by line in two columns)
 *     [2] second method
 *
 * Whatever else a line says goes on from the line above. A line of a text that looks like a mark, or starts with the
 * escape, is written with a backslash before it.
 */
const HEADING = '■';
const NOTE = '◇';
const BAR = '｜';
const COMMA = '、';
const EMPTY = String.raw`\_`;
const METHOD = /^\[(\d+)\] ?/;

/** How a note's line begins, for sentences about it. */
export const NOTE_EXAMPLE = '◇注1｜';

export type LineProblem = 'method-first' | 'note-first' | 'note-bar' | 'reference-lines';
export type Lines<T> = { value: T } | { problem: LineProblem; line: number };

type Practices = ChecklistItem['practices'];
type Notes = ChecklistItem['notes'];
type References = ChecklistItem['references'];

const isMark = (line: string) =>
  line.startsWith(HEADING) || line.startsWith(NOTE) || line.startsWith('\\') || METHOD.test(line);
/** The lines after a marked one's first. */
const continued = (lines: readonly string[]) => lines.map((line) => (isMark(line) ? `\\${line}` : line));
const unescaped = (line: string) => (line.startsWith('\\') ? line.slice(1) : line);

function marked(mark: string, text: string): string {
  const [first = '', ...rest] = text.split('\n');
  return [mark + first, ...continued(rest)].join('\n');
}

export function practiceLines(practices: Practices): string {
  return practices
    .flatMap(({ heading, methods }) => [
      marked(HEADING, heading),
      ...methods.map(({ number, text }) => marked(`[${number}] `, text)),
    ])
    .join('\n');
}

export function readPractices(typed: string): Lines<Practices> {
  const practices: Practices = [];
  if (typed === '') return { value: practices };
  for (const [index, line] of typed.split('\n').entries()) {
    const practice = practices.at(-1);
    const method = METHOD.exec(line);
    if (line.startsWith(HEADING)) practices.push({ heading: line.slice(HEADING.length), methods: [] });
    else if (!practice) return { problem: 'method-first', line: index + 1 };
    else if (method) practice.methods.push({ number: Number(method[1]), text: line.slice(method[0].length) });
    else {
      const last = practice.methods.at(-1);
      if (last) last.text += `\n${unescaped(line)}`;
      else practice.heading += `\n${unescaped(line)}`;
    }
  }
  return { value: practices };
}

/** One value of a line that holds several: its own separators, backslashes and line ends are escaped. */
function part(text: string): string {
  if (text === '') return EMPTY;
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', String.raw`\n`)
    .replaceAll(BAR, `\\${BAR}`)
    .replaceAll(COMMA, `\\${COMMA}`);
}

/** The values of such a line, cut at the separators that are not escaped. */
function parts(line: string, separator: string): string[] {
  const found = [''];
  for (let at = 0; at < line.length; at += 1) {
    const sign = line.charAt(at);
    if (sign === separator) found.push('');
    else if (sign !== '\\' || at === line.length - 1) found[found.length - 1] += sign;
    else {
      at += 1;
      const escaped = line.charAt(at);
      if (escaped === 'n') found[found.length - 1] += '\n';
      else if (escaped !== '_') found[found.length - 1] += escaped;
    }
  }
  return found;
}

export function noteLinesOf(notes: Notes): string {
  return notes
    .flatMap(({ mark, title, text }) => [
      `${NOTE}${part(mark)}${BAR}${part(title)}`,
      ...(text === '' ? [] : continued(text.split('\n'))),
    ])
    .join('\n');
}

export function readNotes(typed: string): Lines<Notes> {
  const notes: { mark: string; title: string; text: string[] }[] = [];
  if (typed === '') return { value: [] };
  for (const [index, line] of typed.split('\n').entries()) {
    if (line.startsWith(NOTE)) {
      const [mark = '', title, ...rest] = parts(line.slice(NOTE.length), BAR);
      if (title === undefined || rest.length > 0) return { problem: 'note-bar', line: index + 1 };
      notes.push({ mark, title, text: [] });
      continue;
    }
    const note = notes.at(-1);
    if (!note) return { problem: 'note-first', line: index + 1 };
    note.text.push(unescaped(line));
  }
  return { value: notes.map((note) => ({ ...note, text: note.text.join('\n') })) };
}

/** 関連規定 and 関連規定箇所: two columns that run line by line. */
export function referenceLines(references: References): { sources: string; sections: string } {
  return {
    sources: references.map(({ source }) => part(source)).join('\n'),
    sections: references.map(({ sections }) => sections.map(part).join(COMMA)).join('\n'),
  };
}

export function readReferences(sources: string, sections: string): Lines<References> {
  const named = sources === '' ? [] : sources.split('\n');
  const places = sections === '' ? [] : sections.split('\n');
  if (places.length > named.length) return { problem: 'reference-lines', line: named.length + 1 };
  return {
    value: named.map((source, index) => {
      const line = places[index] ?? '';
      return { source: parts(source, '\n').join(''), sections: line === '' ? [] : parts(line, COMMA) };
    }),
  };
}

/** Names of data asked for, one a line. */
export const nameLines = (names: readonly string[] | undefined) => (names ?? []).join('\n');
export const readNames = (typed: string) =>
  typed
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '');
