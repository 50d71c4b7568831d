import type { inferRouterOutputs } from '@trpc/server';
import { type MissingPart, missingIn } from '@/domain/answer';
import { type FormField, type FormSide, mergeForm, needsChoice } from '@/domain/form-merge';
import type { AppRouter } from '@/trpc/root';

export type FormData = inferRouterOutputs<AppRouter>['respondent']['forms']['show'];
export type WaitingForm = NonNullable<FormData['waiting']>;
export type FormLine = WaitingForm['lines'][number];

/** The side chosen for each cell that waits for somebody. */
export type FormChoices = ReadonlyMap<string, FormSide>;
/** A choice was made over one version of the answer: another save asks anew. */
export const choiceKey = ({ itemId, version }: Pick<FormLine, 'itemId' | 'version'>, field: FormField) =>
  `${itemId} ${version} ${field}`;

const openIn = (line: FormLine, choices: FormChoices) =>
  line.fields.filter(({ field, fate }) => needsChoice(fate) && !choices.has(choiceKey(line, field)));

/** Cells that wait for a choice, by why they wait. */
export function openChoices(lines: readonly FormLine[], choices: FormChoices): { both: number; emptied: number } {
  const fates = lines.flatMap((line) => openIn(line, choices).map(({ fate }) => fate));
  const both = fates.filter((fate) => fate === 'both').length;
  return { both, emptied: fates.length - both };
}

/** The first item in which a cell waits for a choice. */
export function firstOpen(lines: readonly FormLine[], choices: FormChoices): FormLine | null {
  return lines.find((line) => openIn(line, choices).length > 0) ?? null;
}

/** Items that somebody chooses in, items that the file alone changes, and items that only the page changed. */
export function partedLines(lines: readonly FormLine[]) {
  const chosen = lines.filter(({ fields }) => fields.some(({ fate }) => needsChoice(fate)));
  const plain = lines.filter((line) => !chosen.includes(line) && line.fields.some(({ fate }) => fate === 'file'));
  const stays = lines.filter((line) => !chosen.includes(line) && !plain.includes(line));
  return { chosen, plain, stays };
}

/** What an item that is complete now will lack once the form is taken in; nothing while a choice is open. */
export function lackingAfter(line: FormLine, choices: FormChoices): MissingPart[] {
  if (missingIn(line.now, line.asked, line.hasEvidence).length > 0) return [];
  const sides = line.fields.flatMap(({ field }) => {
    const side = choices.get(choiceKey(line, field));
    return side === undefined ? [] : [[field, side] as const];
  });
  const content = mergeForm(line.base, line.file, line.now, Object.fromEntries(sides));
  return content === null ? [] : missingIn(content, line.asked, line.hasEvidence);
}
