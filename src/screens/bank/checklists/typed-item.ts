import type { ChecklistItem } from '@/domain/checklist';
import {
  type LineProblem,
  type Lines,
  nameLines,
  noteLinesOf,
  practiceLines,
  readNames,
  readNotes,
  readPractices,
  readReferences,
  referenceLines,
} from '@/domain/checklist-lines';

/** An item as it stands in the fields: whatever was typed, understood or not. */
export interface TypedItem {
  id: string;
  number: string;
  category: string;
  objective: string;
  answeredBy: ChecklistItem['answeredBy'];
  practices: string;
  notes: string;
  sources: string;
  sections: string;
  guidance: string;
  evidenceNeeded: boolean;
  namedData: string;
  onlyForApiKinds: ('reference' | 'update')[];
}

export type LineField = 'practices' | 'notes' | 'sections';
/** What can't be saved as typed; publishing asks for more. */
export type TypedProblems = { number?: 'blank' } & { [field in LineField]?: { problem: LineProblem; line: number } };

export function typedItem(item: ChecklistItem): TypedItem {
  return {
    id: item.id ?? item.number,
    number: item.number,
    category: item.category,
    objective: item.objective,
    answeredBy: item.answeredBy,
    practices: practiceLines(item.practices),
    notes: noteLinesOf(item.notes),
    ...referenceLines(item.references),
    guidance: item.guidance ?? '',
    evidenceNeeded: item.evidenceNeeded ?? false,
    namedData: nameLines(item.namedData),
    onlyForApiKinds: item.onlyForApiKinds ?? [],
  };
}

/** A blank item that follows `before`, in its category and under a number that none has. */
export function freshItem(before: TypedItem | undefined, taken: readonly TypedItem[]): TypedItem {
  // Counts on in the style that stands there: Sec-09 is followed by Sec-10, 別表 by 別表-1.
  const match = /^(.*?)(\d+)$/u.exec(before?.number ?? '0');
  const [stem, digits] = match ? [match[1] ?? '', match[2] ?? ''] : [`${before?.number ?? ''}-`, '0'];
  const numberAt = (count: number) => `${stem}${String(count).padStart(digits.length, '0')}`;
  let next = Number(digits) + 1;
  while (taken.some((item) => item.number === numberAt(next))) next += 1;
  return {
    id: `item-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`,
    number: numberAt(next),
    category: before?.category ?? '',
    objective: '',
    answeredBy: 'vendor',
    practices: '',
    notes: '',
    sources: '',
    sections: '',
    guidance: '',
    evidenceNeeded: false,
    namedData: '',
    onlyForApiKinds: [],
  };
}

const faultOf = <T>(lines: Lines<T>) => ('value' in lines ? undefined : lines);
const readOr = <T>(lines: Lines<T>, none: T): T => ('value' in lines ? lines.value : none);

export function typedProblems(item: TypedItem): TypedProblems {
  const practices = faultOf(readPractices(item.practices));
  const notes = faultOf(readNotes(item.notes));
  const sections = faultOf(readReferences(item.sources, item.sections));
  return {
    ...(item.number.trim() === '' ? { number: 'blank' as const } : {}),
    ...(practices ? { practices } : {}),
    ...(notes ? { notes } : {}),
    ...(sections ? { sections } : {}),
  };
}

/** The item as data; only without problems is it what was typed. */
export function itemOf({ sources, sections, ...item }: TypedItem): ChecklistItem {
  const { onlyForApiKinds } = item;
  return {
    id: item.id,
    number: item.number,
    category: item.category,
    objective: item.objective,
    answeredBy: item.answeredBy,
    practices: readOr(readPractices(item.practices), []),
    notes: readOr(readNotes(item.notes), []),
    references: readOr(readReferences(sources, sections), []),
    guidance: item.guidance,
    evidenceNeeded: item.evidenceNeeded,
    namedData: readNames(item.namedData),
    ...(onlyForApiKinds.length > 0 ? { onlyForApiKinds } : {}),
  };
}

/** The items with one of them a step up (-1) or down (1). */
export function stepped<Each extends { id: string }>(items: readonly Each[], id: string, step: -1 | 1): Each[] {
  const from = items.findIndex((item) => item.id === id);
  const to = from + step;
  const moved = items[from];
  if (!moved || to < 0 || to >= items.length) return [...items];
  const rest = items.filter((item) => item.id !== id);
  return [...rest.slice(0, to), moved, ...rest.slice(to)];
}
