import { describe, expect, it } from 'vitest';
import { mayDo, ROLE_TABLE, ROLES, rolesSchema } from './access';

describe('roles', () => {
  it('keep auditors apart from everybody else', () => {
    expect(rolesSchema.safeParse(['auditor']).success).toBe(true);
    expect(rolesSchema.safeParse(['auditor', 'viewer']).success).toBe(false);
    expect(rolesSchema.safeParse([]).success).toBe(false);
  });

  it('let nobody without a listed role act, and nobody do what has no row', () => {
    expect(mayDo('bank', ['viewer'], 'campaigns.launch')).toBe(false);
    expect(mayDo('bank', ['viewer', 'operator'], 'campaigns.launch')).toBe(true);
    expect(mayDo('bank', [...ROLES], 'campaigns.invented')).toBe(false);
  });

  it('let a viewer only look and an administrator neither review nor approve', () => {
    const of = (role: (typeof ROLES)[number]) =>
      Object.entries(ROLE_TABLE.bank).flatMap(([action, roles]) =>
        (roles as readonly string[]).includes(role) ? [action] : [],
      );
    expect(of('viewer')).toEqual([
      'campaigns.list',
      'campaigns.flightPlan',
      'campaigns.show',
      'bankAnswers.list',
      'reviews.show',
      'gaps.list',
      'exports.list',
    ]);
    expect(of('administrator').filter((action) => !of('viewer').includes(action))).toEqual(['vendors.saveContact']);
    expect(of('auditor')).toEqual([]);
  });
});
