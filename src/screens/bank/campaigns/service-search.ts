import { LAST_RESULTS, type LastResult } from '@/domain/last-result';

/** A view of the services as it stands in the address; null where nothing is chosen. */
export interface ServiceSearch {
  search: string;
  criticality: 'high' | 'medium' | 'low' | null;
  apiKind: 'reference' | 'update' | null;
  lastResult: LastResult | null;
  chosen: 'all' | 'chosen' | 'unchosen';
  wave: number | null;
}

type Given = Record<string, string | string[] | undefined>;

function whole(given: unknown): number | null {
  const number = Number(given);
  return typeof given === 'string' && Number.isInteger(number) && number >= 1 && number <= 100 ? number : null;
}

/** Reads an address; what can't be a choice is left out. */
export function readServiceSearch(given: Given): ServiceSearch & { page: number } {
  const oneOf = <T extends string>(name: string, words: readonly T[]) =>
    words.find((word) => word === given[name]) ?? null;
  return {
    search: typeof given.search === 'string' ? given.search.slice(0, 200) : '',
    criticality: oneOf('criticality', ['high', 'medium', 'low']),
    apiKind: oneOf('apiKind', ['reference', 'update']),
    lastResult: oneOf('lastResult', LAST_RESULTS),
    chosen: oneOf('chosen', ['all', 'chosen', 'unchosen']) ?? 'all',
    wave: whole(given.wave),
    page: whole(given.page) ?? 1,
  };
}

/** The address of a view: `base` may carry a query of its own. */
export function hrefOfServices(base: string, search: ServiceSearch, page = 1): string {
  const [path = '', own = ''] = base.split('?');
  const query = new URLSearchParams(own);
  for (const [name, value] of Object.entries({ ...search, page: page > 1 ? page : null })) {
    if (value !== null && value !== '' && value !== 'all') query.set(name, String(value));
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}
