import { describe, expect, it } from 'vitest';
import { ROLE_TABLE } from '@/domain/access';
import { roleMatrix } from '@/domain/role-matrix';
import { MESSAGES } from './all';

type Tree = { readonly [key: string]: string | Tree };

const named = (tree: Tree, path: string): unknown =>
  path.split('.').reduce<string | Tree | undefined>((at, key) => (typeof at === 'object' ? at[key] : undefined), tree);
const all = roleMatrix().flatMap(({ actions }) => actions.map(({ action }) => action));

describe.each(['ja', 'en'] as const)('the table of roles in %s', (locale) => {
  const { actions, groups }: { actions: Tree; groups: Tree } = MESSAGES[locale].people.roles;

  it('has a name for every action that needs a role', () => {
    expect(all.length).toBeGreaterThan(60);
    expect(all.filter((action) => typeof named(actions, action) !== 'string')).toEqual([]);
  });

  it('calls no two actions of one group the same', () => {
    for (const group of roleMatrix()) {
      const names = group.actions.map(({ action }) => named(actions, action));
      expect(new Set(names).size, group.group).toBe(names.length);
    }
  });

  it('has a name for everything that actions are about', () => {
    expect(roleMatrix().filter(({ group }) => typeof named(groups, group) !== 'string')).toEqual([]);
  });
});

describe('the table of roles', () => {
  it('shows every action of the bank and of auditors once, and who the deciding table says may', () => {
    expect(new Set(all).size).toBe(all.length);
    expect([...all].sort()).toEqual([...Object.keys(ROLE_TABLE.bank), ...Object.keys(ROLE_TABLE.auditor)].sort());
    const decide = roleMatrix().flatMap(({ actions }) => actions.filter(({ action }) => action === 'reviews.decide'));
    expect(decide).toEqual([{ action: 'reviews.decide', roles: ['approver'] }]);
  });
});
