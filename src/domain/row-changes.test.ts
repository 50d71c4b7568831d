import { describe, expect, it } from 'vitest';
import { rowChanges } from './row-changes';

describe('what changed between two states of a row', () => {
  it('is the fields that differ, with what stood before and after', () => {
    const before = { id: '1', version: 1, name: '旧', kana: '', apiKinds: ['reference'], contractDate: null };
    const after = {
      id: '1',
      version: 2,
      name: '新',
      kana: '',
      apiKinds: ['reference', 'update'],
      contractDate: '2026-04-01',
    };
    expect(rowChanges(before, after)).toEqual([
      { field: 'name', before: '旧', after: '新' },
      { field: 'apiKinds', before: 'reference', after: 'reference,update' },
      { field: 'contractDate', before: null, after: '2026-04-01' },
    ]);
  });

  it('is everything that says something where nothing is known from before', () => {
    expect(rowChanges(null, { id: '1', version: 1, name: '新', kana: '', notes: null, apiKinds: [] })).toEqual([
      { field: 'name', before: null, after: '新' },
    ]);
  });

  it('leaves out what only the machine keeps', () => {
    expect(rowChanges({ version: 1, addedAt: 'a' }, { version: 2, addedAt: 'b', removedAt: 'c' })).toEqual([]);
  });
});
