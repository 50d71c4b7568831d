import { VENDOR_SORTS, VENDOR_STANDINGS, type VendorSort, type VendorStanding } from '@/domain/vendor-search';

/** A view of the register as it stands in the address: '' where nothing is chosen. */
export interface VendorSearch {
  search: string;
  standing: VendorStanding;
  criticality: '' | 'high' | 'medium' | 'low';
  bureau: string;
  sort: VendorSort;
  descending: boolean;
}

/** Reads an address; what can't be a choice is left out. */
export function readVendorSearch(
  given: Record<string, string | string[] | undefined>,
): VendorSearch & { page: number } {
  const text = (name: string) => (typeof given[name] === 'string' ? given[name].slice(0, 200) : '');
  const oneOf = <T extends string, U extends string>(name: string, words: readonly T[], otherwise: U) =>
    words.find((word) => word === text(name)) ?? otherwise;
  const page = Number(text('page'));
  return {
    search: text('search'),
    standing: oneOf('standing', VENDOR_STANDINGS, 'active'),
    criticality: oneOf('criticality', ['high', 'medium', 'low'], ''),
    bureau: text('bureau'),
    sort: oneOf('sort', VENDOR_SORTS, 'kana'),
    descending: text('descending') === 'true',
    page: Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
  };
}

const NOTHING_CHOSEN: Readonly<Record<string, string>> = { standing: 'active', sort: 'kana', descending: 'false' };

/** The address of a view of the register. */
export function hrefOfVendors(search: VendorSearch, page = 1): string {
  const chosen = Object.entries({ ...search, page: page > 1 ? page : '' })
    .map(([name, value]): [string, string] => [name, String(value)])
    .filter(([name, value]) => value !== '' && NOTHING_CHOSEN[name] !== value);
  const query = new URLSearchParams(chosen).toString();
  return query === '' ? '/vendors' : `/vendors?${query}`;
}
