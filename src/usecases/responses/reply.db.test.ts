import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditEvent } from '@/db/schema/record';
import { reply } from '@/db/schema/review';
import type { RespondentScope } from '@/db/scope';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { commentItem } from '../reviews/comment-item';
import { judgeItems } from '../reviews/judge-items';
import { openReview } from '../reviews/open-review';
import { returnRound } from '../reviews/return-round';
import { showReview } from '../reviews/show-review';
import { submitAll } from '../testing/answers-fixture';
import { foundTestBank, launchTestCampaign, respondentOf, type TestBank, testOutside } from '../testing/bank-fixture';
import { codeOf, refusalOf } from '../testing/refusal-of';
import { type Place, underReview } from '../testing/review-steps';
import { openWorkspace } from './open-workspace';
import { replyToComment } from './reply-to-comment';
import { takeBackSubmission } from './take-back-submission';

let database: TestDatabase;
let bank: TestBank;
let place: Place;
let respondent: RespondentScope;
let stranger: RespondentScope;
let itemId: string;
let judgedId: string;
const outside = testOutside();

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 2 });
  const { assessmentIds } = await launchTestCampaign(bank, outside);
  place = await underReview(bank, outside, assessmentIds[0] ?? '');
  respondent = await respondentOf(bank, place.assessmentId);
  stranger = await respondentOf(bank, assessmentIds[1] ?? '', '他社の者');
  const { items } = await look();
  itemId = items.find((item) => item.number === '3')?.itemId ?? '';
  await commentItem(outside, bank.members.reviewer, { ...place, itemId, body: '台数をお知らせください。', version: 0 });
  judgedId = items.find((item) => item.number === '5')?.itemId ?? '';
  const judgement = {
    itemId: judgedId,
    verdict: 'insufficient' as const,
    reason: '根拠が読み取れません。',
    version: 0,
  };
  await judgeItems(outside, bank.members.reviewer, { ...place, judgements: [judgement] });
});
afterAll(() => database.drop());

const look = () => showReview(outside, bank.members.viewer, { assessmentId: place.assessmentId });
const say = (body: string, version: number, on = itemId, who = respondent) =>
  refusalOf(replyToComment(outside, who, { assessmentId: place.assessmentId, itemId: on, version, body }));
const seenByBank = async () => (await look()).items.find((item) => item.itemId === itemId)?.previous?.reply;

describe('a reply to a comment of the bank', () => {
  it('is refused while the bank has it, and where nothing was said', async () => {
    expect(await say('12台です。', 0)).toMatchObject({ code: 'assessment-submitted' });
    await returnRound(outside, bank.members.reviewer, { ...place, dueDate: '2027-01-15', message: '' });
    const { items } = await look();
    const quiet = items.find((item) => item.number === '4')?.itemId ?? '';
    expect(await say('何か', 0, quiet)).toMatchObject({ code: 'no-comment-here' });
    const own = items.find((item) => item.answeredBy === 'bank')?.itemId ?? '';
    expect(await say('何か', 0, own)).toMatchObject({ code: 'not-found' });
  });

  it('is taken where the bank gave a verdict that asks and no comment, and read with the next submission', async () => {
    const { items } = await openWorkspace(outside, respondent, { assessmentId: place.assessmentId });
    expect(items.find((item) => item.itemId === judgedId)?.returned).toMatchObject({ comment: '', asks: true });
    expect(await say('契約書に定めています。', 0, judgedId)).toBe('done');
    expect(await say('', 1, judgedId)).toBe('done');
    expect(await say('契約書の第3条です。', 2, judgedId)).toBe('done');
  });

  it('is asked for where the bank said something, beside the answer it was said of, and nowhere else', async () => {
    const { items } = await openWorkspace(outside, respondent, { assessmentId: place.assessmentId });
    const asked = items.filter((item) => item.returned?.asks);
    expect(asked.map((item) => item.number)).toEqual(['3', '5']);
    expect(asked[0]?.returned?.submitted).toEqual(asked[0]?.content);
  });

  it('is kept with its event, the newest counting, and a colleague’s is never overwritten unseen', async () => {
    expect(await say('12台です。', 0)).toBe('done');
    expect(await say('12台です。', 0)).toBe('done');
    expect(await say('15台です。', 0)).toMatchObject({
      code: 'stale-save',
      params: { theirs: '12台です。', version: 1, by: '田中 涼' },
    });
    expect(await say('14台です。', 1)).toBe('done');
    const { items } = await openWorkspace(outside, respondent, { assessmentId: place.assessmentId });
    expect(items.find((item) => item.itemId === itemId)?.reply).toMatchObject({ body: '14台です。', version: 2 });
    const events = await bank.system.transaction((tx) =>
      tx.select({ bytes: auditEvent.bytes }).from(auditEvent).where(eq(auditEvent.kind, 'reply.saved')),
    );
    expect(events).toHaveLength(4);
    expect(events.every((event) => !event.bytes.includes('台です'))).toBe(true);
  });

  it('is unseen by the bank until the next submission, and again when that is taken back', async () => {
    const before = await look();
    expect(before.head.state).toBe('returned');
    expect(JSON.stringify(before.items)).not.toContain('14台です。');
    await submitAll(outside, respondent);
    expect(await seenByBank()).toMatchObject({ body: '14台です。', by: '田中 涼' });
    expect((await look()).items.find((item) => item.itemId === judgedId)?.previous).toMatchObject({
      comment: null,
      reply: { body: '契約書の第3条です。' },
    });
    await takeBackSubmission(outside, respondent, { assessmentId: place.assessmentId });
    expect(JSON.stringify((await look()).items)).not.toContain('14台です。');
    expect(await say('', 2)).toBe('done');
    expect(await say('16台です。', 3)).toBe('done');
    await submitAll(outside, respondent);
    await openReview(outside, bank.members.reviewer, { assessmentId: place.assessmentId });
    expect(await seenByBank()).toMatchObject({ body: '16台です。' });
    expect(await say('17台です。', 4)).toMatchObject({ code: 'assessment-submitted' });
  });

  it('belongs to its vendor, and nobody changes it', async () => {
    expect(
      await codeOf(
        replyToComment(outside, stranger, { assessmentId: place.assessmentId, itemId, version: 0, body: '別の会社' }),
      ),
    ).toBe('not-found');
    expect(await stranger.transaction((tx) => tx.select().from(reply))).toEqual([]);
    expect(await respondent.transaction((tx) => tx.select().from(reply))).toHaveLength(7);
    for (const scope of [respondent, bank.members.reviewer]) {
      await expect(scope.transaction((tx) => tx.update(reply).set({ body: '' }))).rejects.toMatchObject({
        cause: { code: '42501' },
      });
    }
  });
});
