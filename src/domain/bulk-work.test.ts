import { describe, expect, it } from 'vitest';
import { type BulkStanding, type BulkWork, whyLeftOut } from './bulk-work';

const standing: BulkStanding = {
  state: 'answering',
  dueDate: '2026-12-25',
  inChargeId: 'a',
  campaignState: 'running',
};
const why = (work: BulkWork, part: Partial<BulkStanding> = {}) => whyLeftOut(work, { ...standing, ...part });
const EXTEND: BulkWork = { action: 'extend', dueDate: '2027-01-15' };

describe('who is left out of work for many', () => {
  it('is nobody who owes answers in a running campaign', () => {
    for (const work of [
      { action: 'remind' },
      { action: 'withdraw' },
      EXTEND,
      { action: 'assign', memberId: 'b' },
    ] as const)
      expect(why(work)).toBeNull();
  });

  it('is whom there is nothing to change for', () => {
    expect(why({ action: 'extend', dueDate: '2026-12-25' })).toBe('same-date');
    expect(why({ action: 'assign', memberId: 'a' })).toBe('same-person');
    expect(why({ action: 'assign', memberId: null }, { inChargeId: null })).toBe('same-person');
  });

  it('is whose state or campaign does not allow it', () => {
    expect(why({ action: 'remind' }, { state: 'submitted' })).toBe('state');
    expect(why(EXTEND, { state: 'approved' })).toBe('state');
    expect(why({ action: 'withdraw' }, { state: 'approved' })).toBe('state');
    expect(why({ action: 'remind' }, { campaignState: 'paused' })).toBe('campaign-paused');
    expect(why(EXTEND, { campaignState: 'paused' })).toBeNull();
    for (const work of [{ action: 'remind' }, EXTEND] as const)
      expect(why(work, { campaignState: 'closed' })).toBe('campaign-closed');
  });
});
