import type { inferRouterOutputs } from '@trpc/server';
import { EMPTY_ANSWER, sameContent } from '@/domain/answer';
import { outcomeDueOn } from '@/domain/prior-answer';
import type { Card, DeskItem } from '@/screens/checklist/answer-desk';
import type { AppRouter } from '@/trpc/root';

export type WorkspaceData = inferRouterOutputs<AppRouter>['respondent']['workspace']['open'];
export type WorkspaceItem = WorkspaceData['items'][number];

export interface Category {
  name: string;
  items: WorkspaceItem[];
}

/** The items for the desk, which tells what each still lacks: of last year's promises that came due, their outcome too. */
export function deskItems({ items, today }: WorkspaceData): DeskItem[] {
  return items.map((each) => ({
    ...each,
    item: { ...each.item, outcomeDueOn: outcomeDueOn(each.prior?.hindrance ?? null, today) },
  }));
}

/** The items in order, gathered by category（区分）. */
export function categoriesOf(items: readonly WorkspaceItem[]): Category[] {
  const categories: Category[] = [];
  for (const item of items) {
    const last = categories.at(-1);
    if (last?.name === item.category) last.items.push(item);
    else categories.push({ name: item.category, items: [item] });
  }
  return categories;
}

/** Untouched items with an answer of last year: those that may be taken over together, and how many need a look. */
export function fromLastYear(
  items: readonly WorkspaceItem[],
  cardOf: (itemId: string) => Card | undefined,
): { items: WorkspaceItem[]; singly: number } {
  const untouched = items.filter(({ itemId, prior }) => {
    const card = cardOf(itemId);
    return prior !== null && card?.phase === 'kept' && sameContent(card.content, EMPTY_ANSWER);
  });
  const together = untouched.filter(({ prior }) => prior?.hindrance === null);
  return { items: together, singly: untouched.length - together.length };
}
