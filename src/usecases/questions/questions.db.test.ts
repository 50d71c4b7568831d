import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mintRespondentScope } from '@/auth/mint';
import { newId } from '@/db/new-id';
import { question } from '@/db/schema/answering';
import { auditEvent, auditPayload, revision } from '@/db/schema/record';
import type { RespondentScope } from '@/db/scope';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { withdrawAssessment } from '../assessments/withdraw-assessment';
import { changeCampaignState } from '../campaigns/change-campaign-state';
import { endDelegation } from '../delegations/end-delegation';
import { giveItems } from '../delegations/give-items';
import { openWorkspace } from '../responses/open-workspace';
import { showReview } from '../reviews/show-review';
import { foundTestBank, launchTestCampaign, respondentOf, type TestBank, testOutside } from '../testing/bank-fixture';
import { codeOf, refusalOf } from '../testing/refusal-of';
import { submitTestRound } from '../testing/submitted-round';
import { answerQuestion } from './answer-question';
import { askQuestion } from './ask-question';
import { listQuestions } from './list-questions';
import { takeBackQuestion } from './take-back-question';

let database: TestDatabase;
let bank: TestBank;
const outside = testOutside();

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 2 });
});
afterAll(() => database.drop());

async function begun() {
  const { campaignId, assessmentIds } = await launchTestCampaign(bank, outside, { dueDate: '2027-03-31' });
  const [assessmentId = '', otherId = ''] = assessmentIds;
  const lead = await respondentOf(bank, assessmentId);
  const { items } = await openWorkspace(outside, lead, { assessmentId });
  const idOf = (number: string) => items.find((item) => item.number === number)?.itemId ?? '';
  const ask = (text: string, number = '3', who: RespondentScope = lead) =>
    askQuestion(outside, who, { assessmentId: who.assessmentId, itemId: idOf(number), text });
  const seen = async (number = '3', who: RespondentScope = lead) =>
    (await openWorkspace(outside, who, { assessmentId })).items.find((item) => item.number === number)?.questions;
  const reviewed = async (number = '3') =>
    (await showReview(outside, bank.members.viewer, { assessmentId })).items.find((item) => item.number === number)
      ?.questions ?? [];
  const answer = (questionId: string, version: number, text: string, who = bank.members.operator) =>
    answerQuestion(outside, who, { assessmentId, questionId, version, answer: text });
  const colleague = async (numbers: readonly string[]) => {
    const asked = { name: '小林 舞', address: 'kobayashi@vendor.example', language: 'ja', message: '' } as const;
    const { invitationId } = await giveItems(outside, lead, { ...asked, assessmentId, itemIds: numbers.map(idOf) });
    return mintRespondentScope({
      tenantId: bank.tenantId,
      assessmentId,
      invitationId,
      delegatedBy: lead.invitationId,
      personId: newId(),
      name: '小林 舞',
      department: '開発部',
      sitting: newId(),
    });
  };
  return { campaignId, assessmentId, otherId, lead, idOf, ask, seen, reviewed, answer, colleague };
}

describe('a question to the bank', () => {
  it('is read by the bank before a submission, and its answer beside the item, with names and times', async () => {
    const { ask, seen, reviewed, answer } = await begun();
    const { questionId } = await ask('  「通信経路」には社内の回線も含みますか。\n');
    const [asked] = await reviewed();
    expect(asked).toMatchObject({
      text: '「通信経路」には社内の回線も含みますか。',
      askedBy: '田中 涼',
      department: '情報セキュリティ室',
      state: 'open',
      answer: null,
      version: 1,
    });
    expect(await seen()).toMatchObject([{ questionId, mayTakeBack: true, answer: null }]);
    outside.clock.advance(60_000);
    await answer(questionId, 1, '含みます。');
    expect(await seen()).toMatchObject([
      {
        answer: '含みます。',
        answeredBy: 'operator of aoba',
        answeredAt: outside.clock.now(),
        mayTakeBack: false,
        corrected: false,
      },
    ]);
  });

  it('is one of several on an item, the same words sent twice being one', async () => {
    const { ask, seen } = await begun();
    const first = await ask('一つ目');
    expect(await ask('一つ目')).toEqual(first);
    await ask('二つ目');
    expect((await seen())?.map(({ text }) => text)).toEqual(['一つ目', '二つ目']);
  });

  it('may be asked after the submission too, and not once the assessment or its campaign has ended', async () => {
    const { campaignId, assessmentId, otherId, ask } = await begun();
    await submitTestRound(bank, outside, assessmentId);
    await ask('提出のあとの質問');
    const other = await respondentOf(bank, otherId);
    const askThere = () => codeOf(ask('質問', '3', other));
    const change = (action: 'pause' | 'resume' | 'close') =>
      changeCampaignState(outside, bank.members.operator, { campaignId, action, reason: '' });
    await change('pause');
    expect(await askThere()).toBe('campaign-paused');
    await change('resume');
    await withdrawAssessment(outside, bank.members.operator, { assessmentId: otherId, reason: '契約終了' });
    expect(await askThere()).toBe('assessment-withdrawn');
    await change('close');
    expect(await codeOf(ask('質問'))).toBe('campaign-closed');
  });

  it('is taken back by who asked or the lead while nobody has answered, and then needs no answer', async () => {
    const { assessmentId, ask, seen, reviewed, answer, colleague } = await begun();
    const kobayashi = await colleague(['3']);
    const takeBack = (questionId: string, who: RespondentScope) =>
      refusalOf(takeBackQuestion(outside, who, { assessmentId, questionId }));
    const own = await ask('同僚の質問', '3', kobayashi);
    const leads = await ask('代表の質問');
    expect(await takeBack(leads.questionId, kobayashi)).toMatchObject({ code: 'question-not-own' });
    expect(await takeBack(own.questionId, kobayashi)).toBe('done');
    expect(await takeBack(own.questionId, kobayashi)).toBe('done');
    expect((await seen())?.map(({ text }) => text)).toEqual(['代表の質問']);
    expect((await reviewed()).map(({ text, state }) => [text, state])).toEqual([
      ['同僚の質問', 'taken_back'],
      ['代表の質問', 'open'],
    ]);
    expect(await codeOf(answer(own.questionId, 2, '回答'))).toBe('question-taken-back');
    await answer(leads.questionId, 1, '回答');
    const lead = await respondentOf(bank, assessmentId);
    expect(await takeBack(leads.questionId, lead)).toMatchObject({ code: 'question-answered' });
  });

  it('of a colleague concerns the items given, as long as they are theirs, and is seen by the lead', async () => {
    const { assessmentId, lead, ask, seen, colleague } = await begun();
    const kobayashi = await colleague(['3']);
    await ask('代表の質問', '2');
    await ask('同僚の質問', '3', kobayashi);
    expect(await codeOf(ask('よその項目', '2', kobayashi))).toBe('not-found');
    expect(await seen('3', lead)).toMatchObject([{ text: '同僚の質問', askedBy: '小林 舞', mayTakeBack: true }]);
    const rows = await kobayashi.transaction((tx) => tx.select({ text: question.text }).from(question));
    expect(rows).toEqual([{ text: '同僚の質問' }]);
    await endDelegation(outside, lead, { assessmentId, invitationId: kobayashi.invitationId, itemIds: null });
    expect(await kobayashi.transaction((tx) => tx.select().from(question))).toEqual([]);
  });

  it('is never seen by another vendor', async () => {
    const { otherId, ask } = await begun();
    const { questionId } = await ask('競合に見せない質問');
    const stranger = await respondentOf(bank, otherId, '他社の者');
    expect(await stranger.transaction((tx) => tx.select().from(question))).toEqual([]);
    const elsewhere = { assessmentId: otherId, questionId };
    expect(await codeOf(takeBackQuestion(outside, stranger, elsewhere))).toBe('not-found');
    expect(
      await codeOf(answerQuestion(outside, bank.members.operator, { ...elsewhere, version: 1, answer: 'x' })),
    ).toBe('not-found');
  });
});

describe('an answer to a question', () => {
  it('is one of two people’s: the second is shown the first and overwrites nothing', async () => {
    const { ask, seen, answer } = await begun();
    const { questionId } = await ask('質問');
    const both = await Promise.all([
      refusalOf(answer(questionId, 1, '担当者の回答')),
      refusalOf(answer(questionId, 1, '審査担当者の回答', bank.members.reviewer)),
    ]);
    const [shown] = (await seen()) ?? [];
    expect(both.filter((each) => each === 'done')).toHaveLength(1);
    expect(both.find((each) => each !== 'done')).toMatchObject({
      code: 'stale-save',
      params: { theirs: shown?.answer, by: shown?.answeredBy, version: 2 },
    });
  });

  it('may be corrected, and what stood before stays on record with its author', async () => {
    const { ask, seen, reviewed, answer } = await begun();
    const { questionId } = await ask('質問');
    await answer(questionId, 1, '含みません。');
    await answer(questionId, 2, '失礼しました。含みます。', bank.members.reviewer);
    expect(await seen()).toMatchObject([{ answer: '失礼しました。含みます。', corrected: true }]);
    expect(await reviewed()).toMatchObject([
      { version: 3, earlier: [{ answer: '含みません。', by: 'operator of aoba' }] },
    ]);
    const versions = await bank.system.transaction((tx) =>
      tx
        .select({ digest: revision.digest })
        .from(revision)
        .where(and(eq(revision.noun, 'question'), eq(revision.rowId, questionId))),
    );
    expect(versions).toHaveLength(3);
    const events = await bank.system.transaction((tx) =>
      tx
        .select({ kind: auditEvent.kind, bytes: auditEvent.bytes, payload: auditPayload.payload })
        .from(auditEvent)
        .innerJoin(auditPayload, eq(auditPayload.id, auditEvent.id))
        .orderBy(auditEvent.seq),
    );
    const own = events.filter(({ bytes }) => bytes.includes(questionId));
    expect(own.map(({ kind }) => kind)).toEqual(['question.asked', 'question.answered', 'question.answer_corrected']);
    for (const { digest } of versions) expect(own.some(({ payload }) => payload?.includes(digest))).toBe(true);
    expect(JSON.stringify(own)).not.toContain('含み');
  });

  it('can’t be written by a vendor, nor a question by the bank', async () => {
    const { lead, ask } = await begun();
    await ask('質問');
    for (const [scope, change] of [
      [lead, { answer: '自分で回答' }],
      [lead, { text: '書き換え' }],
      [bank.members.operator, { text: '書き換え' }],
    ] as const) {
      await expect(scope.transaction((tx) => tx.update(question).set(change))).rejects.toMatchObject({
        cause: { code: '42501' },
      });
    }
  });
});

describe('the bank’s list of questions', () => {
  it('has the open ones of every vendor, oldest first, then what is settled', async () => {
    const { campaignId, assessmentId, otherId, ask, answer } = await begun();
    const other = await respondentOf(bank, otherId);
    const [first] = [await ask('一番目')];
    outside.clock.advance(60_000);
    await ask('二番目', '2', other);
    outside.clock.advance(60_000);
    await ask('三番目', '4');
    await answer(first.questionId, 1, '回答');
    const look = (state: 'open' | null, inChargeId: string | null = null) =>
      listQuestions(outside, bank.members.viewer, { campaignId, inChargeId, state, page: 1 });
    const open = await look('open');
    expect(open.questions.map(({ text }) => text)).toEqual(['二番目', '三番目']);
    expect(open).toMatchObject({ total: 2, counts: { open: 2, answered: 1, taken_back: 0, lapsed: 0 } });
    expect((await look(null)).questions.map(({ text }) => text)).toEqual(['二番目', '三番目', '一番目']);
    expect((await look('open', bank.members.reviewer.memberId)).total).toBe(0);
    await withdrawAssessment(outside, bank.members.operator, { assessmentId, reason: '契約終了' });
    expect((await look(null)).counts).toEqual({ open: 1, answered: 1, taken_back: 0, lapsed: 1 });
  });
});
