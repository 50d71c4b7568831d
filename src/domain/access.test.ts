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
    const looks = /\.(list|show|flightPlan|today|targets|diff|map|preview|table|download|compare)[A-Za-z]*$/;
    expect(of('viewer').length).toBeGreaterThan(5);
    expect(of('viewer').filter((action) => !looks.test(action))).toEqual([]);
    const judging = of('administrator').filter((action) => /^(reviews|bankAnswers)\./.test(action));
    expect(judging.filter((action) => !of('viewer').includes(action))).toEqual([]);
    expect(of('auditor')).toEqual([]);
  });
});
