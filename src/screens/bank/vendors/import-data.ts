import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '@/trpc/root';

type Imports = inferRouterOutputs<AppRouter>['bank']['imports'];

export type ImportPage = Imports['list'];
export type ImportView = Imports['show'];
export type ImportPreview = NonNullable<ImportView['preview']>;
export type PreviewLine = ImportPreview['lines'][number];

const SHOWN = ['all', 'new', 'changed', 'unchanged', 'faulty'] as const;
export type Shown = (typeof SHOWN)[number];

type Given = Record<string, string | string[] | undefined>;

/** A page of an import as the address has it; what can't be a choice is left out. */
export function readShown(given: Given): { show: Shown; page: number } {
  const page = Number(given.page);
  return {
    show: SHOWN.find((each) => each === given.show) ?? 'all',
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  };
}

export function hrefOfImport(importId: string, show: Shown, page = 1): string {
  const query = new URLSearchParams({
    ...(show === 'all' ? {} : { show }),
    ...(page > 1 ? { page: String(page) } : {}),
  }).toString();
  return `/vendors/import/${importId}${query === '' ? '' : `?${query}`}`;
}
