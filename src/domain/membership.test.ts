import { describe, expect, it } from 'vitest';
import { latestAuditorDate, memberStanding, membershipProblem } from './membership';

const TODAY = '2026-11-27';
const auditor = { roles: ['auditor'] as const, auditorUntil: '2027-03-31', campaignIds: ['a campaign'] };

describe('a membership', () => {
  it('of an auditor ends within a year and names a campaign', () => {
    expect(membershipProblem(auditor, TODAY)).toBeNull();
    expect(membershipProblem({ ...auditor, auditorUntil: TODAY }, TODAY)).toBeNull();
    expect(membershipProblem({ ...auditor, auditorUntil: '2027-11-27' }, TODAY)).toBeNull();
    for (const auditorUntil of [null, '2026-11-26', '2027-11-28']) {
      expect(membershipProblem({ ...auditor, auditorUntil }, TODAY)).toBe('auditor-date');
    }
    expect(membershipProblem({ ...auditor, campaignIds: [] }, TODAY)).toBe('auditor-campaigns');
  });

  it('of anybody else has neither', () => {
    const operator = { roles: ['operator', 'reviewer'] as const, auditorUntil: null, campaignIds: [] };
    expect(membershipProblem(operator, TODAY)).toBeNull();
    expect(membershipProblem({ ...operator, auditorUntil: '2027-03-31' }, TODAY)).toBe('only-auditors-are-named');
    expect(membershipProblem({ ...operator, campaignIds: ['x'] }, TODAY)).toBe('only-auditors-are-named');
  });

  it('of a leap day’s auditor ends on a day that exists', () => {
    expect(latestAuditorDate('2028-02-29')).toBe('2029-02-28');
  });
});

describe('where a member stands', () => {
  const today = '2026-11-27';
  const at = new Date('2026-11-27T00:00:00Z');
  it.each([
    [{ disabledAt: at, auditorUntil: '2026-01-01', everSignedIn: true }, 'disabled'],
    [{ disabledAt: null, auditorUntil: '2026-11-26', everSignedIn: true }, 'ended'],
    [{ disabledAt: null, auditorUntil: '2026-11-27', everSignedIn: true }, 'active'],
    [{ disabledAt: null, auditorUntil: null, everSignedIn: true }, 'active'],
    [{ disabledAt: null, auditorUntil: null, everSignedIn: false }, 'invited'],
  ] as const)('is said in one word: %o', (of, word) => {
    expect(memberStanding(of, today)).toBe(word);
  });
});
