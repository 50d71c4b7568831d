'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { readPage } from './read-page';

/**
 * Which page of a list stands in the address under `name`, and the address of another page. Everything else in the
 * address stays; following it leads back to the list with the id `name`.
 */
export function useListPage(name: string): { page: number; hrefOf: (page: number) => string } {
  const path = usePathname();
  const given = useSearchParams();
  const hrefOf = (page: number) => {
    const params = new URLSearchParams(given);
    if (page > 1) params.set(name, String(page));
    else params.delete(name);
    const text = params.toString();
    return `${path}${text === '' ? '' : `?${text}`}#${name}`;
  };
  return { page: readPage(given.get(name) ?? undefined), hrefOf };
}
