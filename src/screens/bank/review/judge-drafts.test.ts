import { describe, expect, it } from 'vitest';
import type { Verdict } from '@/domain/gap';
import { openVerdict, verdictOvertaken } from './judge-drafts';
import { itemOf } from './review.fixture';

const AT = new Date('2026-12-10T05:00:00Z');
const judged = (value: Verdict, reason: string, version: number) =>
  itemOf('37', {
    verdict: { value, reason, by: '中村 遥', at: AT, released: false, takenTogether: false },
    verdictVersion: version,
  });
const mine = (value: Verdict | null, reason: string, version: number) => ({ verdict: { value, reason, version } });

describe('a verdict under way', () => {
  it('is open while it differs from what stands', () => {
    expect(openVerdict(itemOf('37'), {})).toBeNull();
    expect(openVerdict(itemOf('37'), mine('accepted', '', 0))).toMatchObject({ value: 'accepted' });
    expect(openVerdict(judged('accepted', '', 1), mine('accepted', '', 0))).toBeNull();
    expect(openVerdict(judged('check', '', 1), mine('check', '理由', 1))).toMatchObject({ reason: '理由' });
  });

  it('is overtaken by a colleague’s of another kind or reason, or by its taking back', () => {
    expect(verdictOvertaken(judged('insufficient', '台数が不明', 1), mine('accepted', '', 0))).toBe(true);
    expect(verdictOvertaken(itemOf('37', { verdictVersion: 2 }), mine('accepted', '', 1))).toBe(true);
    expect(verdictOvertaken(judged('accepted', '', 1), mine('accepted', '', 0))).toBe(false);
    expect(verdictOvertaken(judged('check', '', 1), mine('accepted', '', 1))).toBe(false);
  });

  it('is overtaken, too, where it takes back what a colleague changed meanwhile', () => {
    expect(verdictOvertaken(judged('check', '', 2), mine(null, '', 1))).toBe(true);
    expect(openVerdict(itemOf('37', { verdictVersion: 2 }), mine(null, '', 1))).toBeNull();
  });
});
