import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '@/trpc/root';

export type WorkspaceData = inferRouterOutputs<AppRouter>['respondent']['workspace']['open'];
export type WorkspaceItem = WorkspaceData['items'][number];

export interface Category {
  name: string;
  items: WorkspaceItem[];
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
