import type { ChecklistItem } from './checklist';

/** A piece of printed text, or the mark of a note that can be opened there (index into the item's notes). */
export type TextSegment = { text: string; note: number | null };

export interface NoteLine {
  /** Steps of indent: ① stands at the margin, a. one in, ・ two in (full-width spaces in the print). */
  indent: number;
  text: string;
}

// Brackets come in both widths, mixed too; the digit as well. The print is kept, only the comparison folds (NFKC).
const MARK = /[(（]\s*(注[0-9０-９]*)\s*[)）]/gu;

const folded = (mark: string) => mark.normalize('NFKC').trim();

/** Cuts a text at the marks of notes that the item has; everything is kept verbatim. */
export function segmentsOf(text: string, notes: ChecklistItem['notes']): TextSegment[] {
  const segments: TextSegment[] = [];
  let from = 0;
  for (const match of text.matchAll(MARK)) {
    const note = notes.findIndex((candidate) => folded(candidate.mark) === folded(match[1] ?? ''));
    if (note === -1) continue;
    if (match.index > from) segments.push({ text: text.slice(from, match.index), note: null });
    segments.push({ text: match[0], note });
    from = match.index + match[0].length;
  }
  if (from < text.length) segments.push({ text: text.slice(from), note: null });
  return segments;
}

/** Notes that no method, no other note and no heading names: shown after the methods, so that none is lost. */
export function unnamedNotes(item: ChecklistItem): number[] {
  const texts = [
    ...item.practices.flatMap((practice) => [practice.heading, ...practice.methods.map((method) => method.text)]),
    ...item.notes.map((note) => note.text),
  ];
  const named = new Set(texts.flatMap((text) => segmentsOf(text, item.notes)).map((segment) => segment.note));
  return item.notes.map((_, index) => index).filter((index) => !named.has(index));
}

/** A note's lines with their indent; the leading full-width spaces turn into it. */
export function noteLines(text: string): NoteLine[] {
  return text.split('\n').map((line) => {
    const indent = /^\u3000*/u.exec(line)?.[0].length ?? 0;
    return { indent, text: line.slice(indent) };
  });
}
