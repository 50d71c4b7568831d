import type { inferRouterOutputs } from '@trpc/server';
import type { FormField, FormSide } from '@/domain/form-merge';
import type { AppRouter } from '@/trpc/root';

export type FormData = inferRouterOutputs<AppRouter>['respondent']['forms']['show'];
export type WaitingForm = NonNullable<FormData['waiting']>;
export type FormLine = WaitingForm['lines'][number];

/** The side chosen for each cell that both the file and somebody here changed, by item and field. */
export type FormChoices = ReadonlyMap<string, FormSide>;
export const choiceKey = (itemId: string, field: FormField) => `${itemId} ${field}`;

/** Cells that wait for a choice. */
export function openChoices(lines: readonly FormLine[], choices: FormChoices): number {
  return lines.reduce(
    (sum, { itemId, fields }) =>
      sum + fields.filter(({ field, fate }) => fate === 'both' && !choices.has(choiceKey(itemId, field))).length,
    0,
  );
}
