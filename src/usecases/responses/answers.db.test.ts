import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RespondentScope } from '@/db/scope';
import { type AnswerContent, EMPTY_ANSWER } from '@/domain/answer';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { withdrawAssessment } from '../assessments/withdraw-assessment';
import { changeCampaignState } from '../campaigns/change-campaign-state';
import { doneCount, MET } from '../testing/answers-fixture';
import {
  foundTestBank,
  launchTestCampaign,
  respondentOf,
  type TestBank,
  testOutside,
  vendorItems,
} from '../testing/bank-fixture';
import { refusalOf } from '../testing/refusal-of';
import { openWorkspace } from './open-workspace';
import { saveAnswer } from './save-answer';
import { showAnswerHistory } from './show-answer-history';

let database: TestDatabase;
let bank: TestBank;
const outside = testOutside();

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 2 });
});
afterAll(() => database.drop());

async function launched() {
  const { campaignId, assessmentIds } = await launchTestCampaign(bank, outside);
  const items = await vendorItems(bank, campaignId);
  const [assessmentId = '', otherId = ''] = assessmentIds;
  return {
    campaignId,
    assessmentId,
    otherId,
    items,
    itemId: items[0]?.id ?? '',
    scope: await respondentOf(bank, assessmentId),
  };
}

const save = (scope: RespondentScope, itemId: string, version: number, content: AnswerContent) =>
  saveAnswer(outside, scope, { assessmentId: scope.assessmentId, itemId, version, content });

const countOf = async (table: 'answer_revision' | 'audit_event', assessmentId: string) => {
  const [row] = await bank.system.transaction((tx) =>
    tx.execute<{ n: number }>(
      sql`select count(*)::int as n from tenant.${sql.identifier(table)} where assessment_id = ${assessmentId}`,
    ),
  );
  return row?.n;
};

describe('a save', () => {
  it('begins the answering, keeps answer, revision and event together, and counts what is complete', async () => {
    const { scope, itemId, assessmentId } = await launched();
    const first = await save(scope, itemId, 0, { ...EMPTY_ANSWER, status: 'partial', current: '一部' });
    expect(first).toMatchObject({ version: 1, state: 'answering' });
    const missing = async () =>
      (await openWorkspace(outside, scope, { assessmentId })).items.find((each) => each.itemId === itemId)?.missing;
    expect([await missing(), await doneCount(outside, scope)]).toEqual([['measure', 'promised', 'person'], 0]);
    expect(await save(scope, itemId, 1, MET)).toMatchObject({ version: 2, afterDue: false });
    expect([await missing(), await doneCount(outside, scope)]).toEqual([[], 1]);
    await save(scope, itemId, 2, EMPTY_ANSWER);
    expect(await doneCount(outside, scope)).toBe(0);
    expect(await countOf('answer_revision', assessmentId)).toBe(3);
    expect(await countOf('audit_event', assessmentId)).toBe(1 + 3);
  });

  it('said twice is kept once, even when the first answer to it was lost', async () => {
    const { scope, itemId, assessmentId } = await launched();
    const first = await save(scope, itemId, 0, MET);
    const again = await save(scope, itemId, 0, MET);
    expect(again).toEqual(first);
    expect(await countOf('answer_revision', assessmentId)).toBe(1);
  });

  it('that is stale hands both texts back and writes nothing', async () => {
    const { scope, itemId, assessmentId } = await launched();
    await save(scope, itemId, 0, MET);
    const refused = await refusalOf(save(scope, itemId, 0, { ...MET, current: '別の文章' }));
    expect(refused).toMatchObject({ code: 'stale-save', params: { theirs: MET, version: 1, by: '田中 涼' } });
    expect(await countOf('answer_revision', assessmentId)).toBe(1);
  });

  it('of ten colleagues at once on one item is won by one; on ten items by all', async () => {
    const { scope, items, assessmentId } = await launched();
    const texts = Array.from({ length: 10 }, (_, index) => ({ ...MET, current: `版 ${index}` }));
    const on = (index: number) => items[index]?.id ?? '';
    const sameItem = await Promise.all(texts.map((content) => refusalOf(save(scope, on(0), 0, content))));
    expect(sameItem.filter((outcome) => outcome === 'done')).toHaveLength(1);
    const apart = await Promise.all(texts.map((content, index) => refusalOf(save(scope, on(index + 1), 0, content))));
    expect(apart).toEqual(texts.map(() => 'done'));
    const opened = await openWorkspace(outside, scope, { assessmentId });
    expect(await doneCount(outside, scope)).toBe(11);
    expect(opened.items.filter((item) => item.missing.length === 0)).toHaveLength(11);
  });

  it.each([
    ['𠮷野家 👩‍👩‍👧 ‮right-to-left‬ 葛󠄀'],
    ['=1+1\n\t@SUM(A1)\r\nvery <b>bold</b> & "quoted"'],
    ['あ'.repeat(10_000)],
  ])('keeps unusual text as typed: %.20s', async (typed) => {
    const { scope, itemId, assessmentId } = await launched();
    await save(scope, itemId, 0, { ...MET, current: typed });
    const opened = await openWorkspace(outside, scope, { assessmentId });
    expect(opened.items[0]?.content.current).toBe(typed.replaceAll('\r\n', '\n'));
  });

  it('keeps what Word puts into a copied text as line breaks, and says so to the next save', async () => {
    const { scope, itemId, assessmentId } = await launched();
    await save(scope, itemId, 0, { ...MET, current: 'a\u000Bb\u0007\u0000\u2028c' });
    const opened = await openWorkspace(outside, scope, { assessmentId });
    expect(opened.items[0]?.content.current).toBe('a\nb\nc');
    expect(await save(scope, itemId, 0, { ...MET, current: 'a\nb\nc' })).toMatchObject({ version: 1 });
  });

  it.each([
    ['text-too-long', 'x'.repeat(100_000)],
    ['text-lone-surrogate', 'a\ud83d'],
  ])('refuses by name what no database takes: %s', async (code, typed) => {
    const { scope, itemId, assessmentId } = await launched();
    expect(await refusalOf(save(scope, itemId, 0, { ...MET, current: typed }))).toMatchObject({ code });
    expect(await countOf('answer_revision', assessmentId)).toBe(0);
  });

  it('after the due date works and is marked 期限後', async () => {
    const { scope, itemId, assessmentId } = await launched();
    const late = testOutside(new Date('2026-12-25T08:00:01Z'));
    const outcome = await saveAnswer(late, scope, { assessmentId, itemId, version: 0, content: MET });
    expect(outcome.afterDue).toBe(true);
    const inTime = testOutside(new Date('2026-12-25T08:00:00Z'));
    expect(
      (await saveAnswer(inTime, scope, { assessmentId, itemId, version: 1, content: EMPTY_ANSWER })).afterDue,
    ).toBe(false);
    const { lines } = await showAnswerHistory(late, scope, { assessmentId, itemId });
    expect(lines).toMatchObject([{ by: '田中 涼', department: '情報セキュリティ室', saves: 2, afterDue: true }]);
  });

  it('is refused, and nothing is kept, while paused, after the end and after a withdrawal', async () => {
    const { scope, itemId, campaignId, assessmentId } = await launched();
    const change = (action: 'pause' | 'resume' | 'close' | 'reopen') =>
      changeCampaignState(outside, bank.members[action === 'reopen' ? 'approver' : 'operator'], {
        campaignId,
        action,
        reason: '理由',
      });
    await change('pause');
    expect(await refusalOf(save(scope, itemId, 0, MET))).toMatchObject({ code: 'campaign-paused' });
    await change('resume');
    await change('close');
    expect(await refusalOf(save(scope, itemId, 0, MET))).toMatchObject({ code: 'assessment-closed' });
    await change('reopen');
    await withdrawAssessment(outside, bank.members.operator, { assessmentId, reason: '契約終了' });
    expect(await refusalOf(save(scope, itemId, 0, MET))).toMatchObject({ code: 'assessment-withdrawn' });
    expect(await countOf('answer_revision', assessmentId)).toBe(0);
  });

  it('reaches no other vendor, no other campaign and no item of the bank alone', async () => {
    const { scope, otherId, itemId } = await launched();
    const elsewhere = await launched();
    expect(await refusalOf(save(scope, elsewhere.itemId, 0, MET))).toMatchObject({ code: 'not-found' });
    expect(
      await refusalOf(saveAnswer(outside, scope, { assessmentId: otherId, itemId, version: 0, content: MET })),
    ).toMatchObject({ code: 'not-found' });
    const [bankOnly] = await bank.system.transaction((tx) =>
      tx.execute<{ id: string }>(sql`select id from tenant.pinned_item where answered_by = 'bank' limit 1`),
    );
    expect(await refusalOf(save(scope, bankOnly?.id ?? '', 0, MET))).toMatchObject({ code: 'not-found' });
  });
});

describe('the workspace', () => {
  it('has the 54 items of the vendor in order, with the printed text', async () => {
    const { scope, assessmentId } = await launched();
    const opened = await openWorkspace(outside, scope, { assessmentId });
    expect(opened.items).toHaveLength(54);
    expect(opened.items.map((each) => each.number)).toEqual(
      opened.items.map((each) => each.number).toSorted((a, b) => Number(a) - Number(b)),
    );
    expect(opened.sharedItems).toEqual([]);
    expect(opened).toMatchObject({ state: 'not_started', notWritable: null, afterDue: false });
  });

  it('keeps the text that a collision of the same sitting met, and the way out of it, each as a line', async () => {
    const { scope, itemId, assessmentId } = await launched();
    await save(scope, itemId, 0, { ...MET, current: '一方の画面' });
    expect(await refusalOf(save(scope, itemId, 0, { ...MET, current: '他方の画面' }))).toMatchObject({
      code: 'stale-save',
    });
    const content = { ...MET, current: 'つなげた文' };
    await saveAnswer(outside, scope, { assessmentId, itemId, version: 1, content, resolves: true });
    await save(scope, itemId, 2, { ...MET, current: '書き足した文' });
    const { lines } = await showAnswerHistory(outside, scope, { assessmentId, itemId });
    expect(lines.map((line) => [line.by, line.from, line.content.current])).toEqual([
      ['田中 涼', 'sitting', '書き足した文'],
      ['田中 涼', 'resolution', 'つなげた文'],
      ['田中 涼', 'sitting', '一方の画面'],
    ]);
  });

  it('shows one line per sitting, not one per save', async () => {
    const { scope, itemId, assessmentId } = await launched();
    await save(scope, itemId, 0, { ...MET, current: '一' });
    await save(scope, itemId, 1, { ...MET, current: '二' });
    const colleague = await respondentOf(bank, assessmentId, '佐藤 健');
    await save(colleague, itemId, 2, { ...MET, current: '三' });
    const { lines } = await showAnswerHistory(outside, scope, { assessmentId, itemId });
    expect(lines.map(({ by, saves, content }) => [by, saves, content.current])).toEqual([
      ['佐藤 健', 1, '三'],
      ['田中 涼', 2, '二'],
    ]);
    await save(scope, itemId, 3, { ...MET, current: '四' });
    const { lines: after } = await showAnswerHistory(outside, scope, { assessmentId, itemId });
    expect(after.map(({ by, saves, content }) => [by, saves, content.current])).toEqual([
      ['田中 涼', 3, '四'],
      ['佐藤 健', 1, '三'],
    ]);
  });
});
