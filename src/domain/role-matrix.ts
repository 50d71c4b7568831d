import { type Action, ROLE_TABLE, type Role } from './access';

type Listed = Action<'bank'> | Action<'auditor'>;
type GroupOf<A extends string> = A extends `${infer Group}.${string}` ? Group : never;

export interface RoleGroup {
  /** What the actions are about: the word before the dot. */
  group: GroupOf<Listed>;
  actions: { action: Listed; roles: readonly Role[] }[];
}

/** The role table as people read it: everything that needs a role, by what it is about, in the table's order. */
export function roleMatrix(): RoleGroup[] {
  const groups = new Map<string, RoleGroup>();
  for (const table of [ROLE_TABLE.bank, ROLE_TABLE.auditor]) {
    for (const [action, roles] of Object.entries(table) as [Listed, readonly Role[]][]) {
      const group = action.slice(0, action.indexOf('.')) as RoleGroup['group'];
      const found = groups.get(group) ?? { group, actions: [] };
      found.actions.push({ action, roles });
      groups.set(group, found);
    }
  }
  return [...groups.values()];
}
