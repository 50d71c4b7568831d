import { describe, expect, it } from 'vitest';
import { hrefOfVendors, readVendorSearch } from './vendor-search';

const PLAIN = { search: '', standing: 'active', criticality: '', bureau: '', sort: 'kana', descending: false } as const;

describe('the register’s address', () => {
  it('is plain where nothing is chosen', () => {
    expect(hrefOfVendors(PLAIN)).toBe('/vendors');
    expect(readVendorSearch({})).toEqual({ ...PLAIN, page: 1 });
  });

  it('gives back every choice that it was made of', () => {
    const search = {
      search: 'ｱｵ & 銀行',
      standing: 'all',
      criticality: 'high',
      bureau: '関東財務局',
      sort: 'result',
      descending: true,
    } as const;
    const query = new URL(hrefOfVendors(search, 3), 'http://localhost').searchParams;
    expect(readVendorSearch(Object.fromEntries(query))).toEqual({ ...search, page: 3 });
  });

  it('leaves out what can’t be a choice', () => {
    const given = { standing: 'gone', criticality: 'x', sort: ['kana', 'name'], page: '-1', descending: '1' };
    expect(readVendorSearch(given)).toEqual({ ...PLAIN, page: 1 });
  });
});
