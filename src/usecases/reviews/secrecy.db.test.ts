import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptance, comment, internalNote, round, roundItem, verdict } from '@/db/schema/review';
import type { RespondentScope } from '@/db/scope';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { approveTestBankAnswers } from '../testing/bank-answers-fixture';
import { foundTestBank, launchTestCampaign, respondentOf, type TestBank, testOutside } from '../testing/bank-fixture';
import { acceptItems, underReview } from '../testing/review-steps';
import { commentItem } from './comment-item';
import { decideAcceptance } from './decide-acceptance';
import { noteItem } from './note-item';
import { proposeAcceptance } from './propose-acceptance';
import { reopenReview } from './reopen-review';
import { returnRound } from './return-round';
import { showReview } from './show-review';

let database: TestDatabase;
let bank: TestBank;
let campaignId: string;
let assessmentIds: string[];
const outside = testOutside();

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 3 });
  ({ campaignId, assessmentIds } = await launchTestCampaign(bank, outside));
});
afterAll(() => database.drop());

/** A review with a verdict on every item, a comment on the first and an internal note on it. */
async function judgedReview(assessmentId: string) {
  const place = await underReview(bank, outside, assessmentId);
  await acceptItems(bank, outside, place);
  const { items } = await showReview(outside, bank.members.reviewer, { assessmentId });
  const answered = items.filter((item) => item.vendor !== null);
  const itemId = answered[0]?.itemId ?? '';
  await commentItem(outside, bank.members.reviewer, { ...place, itemId, body: '回答者への言葉', version: 0 });
  await noteItem(outside, bank.members.reviewer, { ...place, itemId, body: '行内限りの言葉' });
  return place;
}

const seenBy = async (respondent: RespondentScope) =>
  respondent.transaction(async (tx) => ({
    verdicts: (await tx.select().from(verdict)).length,
    comments: (await tx.select({ body: comment.body }).from(comment)).map((row) => row.body),
  }));

describe('what the vendor may read of a review', () => {
  it('is nothing before a return, then verdicts and comments; never the notes or the approval’s papers', async () => {
    const [assessmentId = ''] = assessmentIds;
    const respondent = await respondentOf(bank, assessmentId);
    const place = await judgedReview(assessmentId);
    expect(await seenBy(respondent)).toEqual({ verdicts: 0, comments: [] });
    await returnRound(outside, bank.members.reviewer, { ...place, dueDate: '2027-01-15', message: 'お願いします。' });
    expect(await seenBy(respondent)).toEqual({ verdicts: 54, comments: ['回答者への言葉'] });
    const [mine] = await respondent.transaction((tx) => tx.select().from(round));
    expect(mine).toMatchObject({ state: 'returned', returnMessage: 'お願いします。' });
    for (const closed of [internalNote, acceptance]) {
      await expect(respondent.transaction((tx) => tx.select().from(closed))).rejects.toMatchObject({
        cause: { code: '42501' },
      });
    }
  });

  it('is nothing of another vendor', async () => {
    const [first = '', , third = ''] = assessmentIds;
    const stranger = await respondentOf(bank, third);
    const seen = await stranger.transaction((tx) =>
      tx.select({ id: verdict.id }).from(verdict).where(eq(verdict.assessmentId, first)),
    );
    expect(seen).toEqual([]);
  });

  it('comes with an approval and goes back with a re-opening', async () => {
    const [, assessmentId = ''] = assessmentIds;
    const respondent = await respondentOf(bank, assessmentId);
    const place = await judgedReview(assessmentId);
    await approveTestBankAnswers(bank, outside, campaignId);
    const { acceptanceId } = await proposeAcceptance(outside, bank.members.reviewer, { ...place, summary: '' });
    expect(await seenBy(respondent)).toEqual({ verdicts: 0, comments: [] });
    await decideAcceptance(outside, bank.members.approver, {
      assessmentId,
      acceptanceId,
      decision: 'approve',
      reason: '',
    });
    expect(await seenBy(respondent)).toEqual({ verdicts: 54, comments: ['回答者への言葉'] });
    const frozen = await bank.system.transaction((tx) =>
      tx.$count(roundItem, and(eq(roundItem.roundId, place.roundId), eq(roundItem.slot, 'bank'))),
    );
    expect(frozen).toBe(15);
    await reopenReview(outside, bank.members.approver, { assessmentId, reason: '再確認' });
    expect(await seenBy(respondent)).toEqual({ verdicts: 0, comments: [] });
  });
});
