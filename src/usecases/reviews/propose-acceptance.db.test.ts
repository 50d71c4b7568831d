import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bankProfile } from '@/db/schema/bank';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { foundTestBank, launchTestCampaign, type TestBank, testOutside } from '../testing/bank-fixture';
import { codeOf, refusalOf } from '../testing/refusal-of';
import { acceptItems, type Place, underReview } from '../testing/review-steps';
import { decideAcceptance } from './decide-acceptance';
import { proposeAcceptance } from './propose-acceptance';
import { showReview } from './show-review';

let database: TestDatabase;
let bank: TestBank;
let other: TestBank;
const outside = testOutside();

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 1 });
  other = await foundTestBank(database, { slug: 'midori', vendors: 1 });
  await bank.members.administrator.transaction((tx) => tx.update(bankProfile).set({ grades: ['A', 'B', 'C'] }));
});
afterAll(() => database.drop());

async function judged(of: TestBank): Promise<Place> {
  const { assessmentIds } = await launchTestCampaign(of, outside);
  const place = await underReview(of, outside, assessmentIds[0] ?? '');
  await acceptItems(of, outside, place);
  return place;
}

const TERMS = { summary: '対応を確認しました。', conditions: '半年後に実績を確かめる。', nextDate: '2027-12-01' };

describe('a proposal', () => {
  it('carries summary, conditions, grade and the next date to the approver, and they stay with a rejection', async () => {
    const place = await judged(bank);
    const propose = (part: { grade?: string | null; nextDate?: string | null }) =>
      refusalOf(proposeAcceptance(outside, bank.members.reviewer, { ...place, ...TERMS, ...part }));
    expect(await propose({})).toEqual({ code: 'grade-unknown', params: { grades: 'A, B, C' } });
    expect(await propose({ grade: 'D' })).toMatchObject({ code: 'grade-unknown' });
    expect(await propose({ grade: 'B', nextDate: '2026-11-27' })).toMatchObject({ code: 'next-date-past' });
    expect(await propose({ grade: 'B' })).toBe('done');
    const { acceptance, head } = await showReview(outside, bank.members.approver, {
      assessmentId: place.assessmentId,
    });
    expect(head.grades).toEqual(['A', 'B', 'C']);
    expect(acceptance).toMatchObject({ ...TERMS, grade: 'B', proposedBy: 'reviewer of aoba', state: 'proposed' });
    await decideAcceptance(outside, bank.members.approver, {
      assessmentId: place.assessmentId,
      acceptanceId: acceptance?.id ?? '',
      decision: 'reject',
      reason: '条件を見直すため',
    });
    expect(await propose({ grade: 'A', nextDate: null })).toBe('done');
    const again = await showReview(outside, bank.members.viewer, { assessmentId: place.assessmentId });
    expect(again.acceptance).toMatchObject({ grade: 'A', nextDate: null, reopened: null });
    expect(again.earlierAcceptances).toMatchObject([{ state: 'rejected', grade: 'B', reason: '条件を見直すため' }]);
  });

  it('has no grade where the bank gives none, comes from a reviewer, and stays in its bank', async () => {
    const place = await judged(other);
    expect(
      await refusalOf(proposeAcceptance(outside, other.members.reviewer, { ...place, ...TERMS, grade: 'A' })),
    ).toEqual({ code: 'grade-unknown', params: { grades: 'none' } });
    expect(await codeOf(proposeAcceptance(outside, other.members.approver, { ...place, ...TERMS }))).toBe(
      'not-permitted',
    );
    expect(await codeOf(proposeAcceptance(outside, bank.members.reviewer, { ...place, ...TERMS }))).toBe('not-found');
    expect(await codeOf(proposeAcceptance(outside, other.members.reviewer, { ...place, ...TERMS }))).toBe('done');
  });
});
