import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mintRespondentScope } from '@/auth/mint';
import { newId } from '@/db/new-id';
import { invitation } from '@/db/schema/campaign';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { withdrawAssessment } from '@/usecases/assessments/withdraw-assessment';
import { endDelegation } from '@/usecases/delegations/end-delegation';
import { giveItems } from '@/usecases/delegations/give-items';
import { answerQuestion } from '@/usecases/questions/answer-question';
import { askQuestion } from '@/usecases/questions/ask-question';
import { takeBackQuestion } from '@/usecases/questions/take-back-question';
import {
  foundTestBank,
  launchTestCampaign,
  respondentOf,
  type TestBank,
  vendorItems,
} from '@/usecases/testing/bank-fixture';
import { mailsOf, type TestBench, testBench } from '../bench.fixture';
import { sweepCampaign } from './sweep-campaign';

let database: TestDatabase;
let bank: TestBank;
let bench: TestBench;
const KOBAYASHI = 'kobayashi@vendor.example';
const SECRET = '当社の防火壁の型番は秘密ですが';

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 1 });
  bench = await testBench(new Date('2026-11-27T01:00:00Z'));
});
afterAll(async () => {
  await bench.end();
  await database.drop();
});

async function begun() {
  bench.outside.clock.moveTo(new Date('2026-12-01T10:00:00+09:00'));
  const { campaignId, assessmentIds } = await launchTestCampaign(bank, bench.outside);
  await bench.drain();
  const assessmentId = assessmentIds[0] ?? '';
  const lead = await respondentOf(bank, assessmentId);
  const items = await vendorItems(bank, campaignId);
  const ask = async (text: string, scope = lead, item = 0) =>
    (await askQuestion(bench.outside, scope, { assessmentId, itemId: items[item]?.id ?? '', text })).questionId;
  const answer = (questionId: string, version: number, text: string) =>
    answerQuestion(bench.outside, bank.members.operator, { assessmentId, questionId, version, answer: text });
  const sweepAfter = async (minutes: number) => {
    bench.outside.clock.advance(minutes * 60_000);
    await sweepCampaign(bench, { tenantId: bank.tenantId, campaignId });
    await bench.drain();
  };
  const told = async () =>
    (await mailsOf(bank, assessmentId))
      .filter(({ kind }) => kind.startsWith('question'))
      .map(({ kind, state, address }) => `${kind} ${state} ${address}`);
  return { campaignId, assessmentId, lead, items, ask, answer, sweepAfter, told };
}
const SATURDAY = new Date('2026-12-05T10:00:00+09:00');
const MONDAY = new Date('2026-12-07T09:01:00+09:00');
async function sendPlanned(assessmentId: string): Promise<void> {
  const [planned] = (await mailsOf(bank, assessmentId)).filter(({ state }) => state === 'planned');
  bench.outside.wakes.push({ kind: 'mail.send', payload: { tenantId: bank.tenantId, mailId: planned?.id ?? '' } });
  await bench.drain();
}
const last = (address: string) => bench.arrived(address).at(-1);
const OPERATOR = 'operator@aoba.example';
const CONTACT = 'contact1@aoba-vendor.example';

describe('the mails about questions', () => {
  it('tell the bank of a sitting’s questions together, and who asked of the answers', async () => {
    const { ask, answer, sweepAfter, told } = await begun();
    const first = await ask(SECRET);
    await sweepAfter(6);
    const second = await ask('範囲を教えてください。');
    await sweepAfter(6);
    expect(await told()).toEqual([]);
    await sweepAfter(5);
    expect(await told()).toEqual([`question_asked sent ${OPERATOR}`]);
    const asked = last(OPERATOR);
    expect(asked?.subject).toMatch(/^【質問】aoba接続先1.*2件/);
    for (const words of [SECRET, '範囲を教えてください。', '田中 涼', '03-0000-0000'])
      expect(asked?.text).toContain(words);
    await answer(first, 1, '型番は不要です。');
    await answer(second, 1, '社内の回線も含みます。');
    await sweepAfter(11);
    await sweepAfter(11);
    expect(await told()).toEqual([`question_asked sent ${OPERATOR}`, `question_answered sent ${CONTACT}`]);
    const answered = last(CONTACT);
    expect(answered?.subject).toMatch(/^【質問への回答】.*2件/);
    expect(answered?.text).toContain('社内の回線も含みます。');
    expect(answered?.text).toMatch(/\/respond#/);
    expect(bench.lines.join('\n')).not.toMatch(/防火壁|社内の回線|型番/);
  });

  it('tell of an answer again once it is corrected, on a bank business day', async () => {
    const { assessmentId, ask, answer, sweepAfter, told } = await begun();
    const questionId = await ask('質問');
    await answer(questionId, 1, '一度目');
    await sweepAfter(11);
    expect(await told()).toEqual([`question_answered sent ${CONTACT}`]);
    bench.outside.clock.moveTo(SATURDAY);
    await answer(questionId, 2, '訂正した回答');
    await sweepAfter(11);
    expect(await told()).toEqual([`question_answered sent ${CONTACT}`, `question_answered planned ${CONTACT}`]);
    bench.outside.clock.moveTo(MONDAY);
    await sendPlanned(assessmentId);
    expect(last(CONTACT)?.text).toContain('訂正した回答');
    expect(last(CONTACT)?.text).not.toContain('一度目');
  });

  it('say nothing of what was taken back or answered in time, nor once the assessment has ended', async () => {
    const { assessmentId, lead, ask, answer, sweepAfter, told } = await begun();
    const questionId = await ask('取り消す質問');
    await takeBackQuestion(bench.outside, lead, { assessmentId, questionId });
    await sweepAfter(11);
    expect(await told()).toEqual([]);
    const answered = await ask('答えが出る質問');
    await answer(answered, 1, '回答');
    await ask('答えのない質問');
    await withdrawAssessment(bench.outside, bank.members.operator, { assessmentId, reason: '契約終了' });
    await sweepAfter(11);
    expect(await told()).toEqual([]);
  });

  it('go to the colleague who asked while the item is theirs, else to the lead', async () => {
    const { assessmentId, lead, items, ask, answer, sweepAfter, told } = await begun();
    const itemIds = [items[0]?.id ?? ''];
    const { invitationId } = await giveItems(bench.outside, lead, {
      assessmentId,
      itemIds,
      name: '小林 舞',
      address: KOBAYASHI,
      language: 'ja',
      message: '',
    });
    const { tenantId } = bank;
    const person = { personId: newId(), name: '小林 舞', department: '開発部', sitting: newId() };
    const delegatedBy = lead.invitationId;
    const colleague = mintRespondentScope({ tenantId, assessmentId, invitationId, delegatedBy, ...person });
    const first = await ask('同僚の質問', colleague);
    const second = await ask('同僚の次の質問', colleague);
    await answer(first, 1, '一つ目の回答');
    await sweepAfter(11);
    expect((await told()).filter((each) => each.startsWith('question_answered'))).toEqual([
      `question_answered sent ${KOBAYASHI}`,
    ]);
    await endDelegation(bench.outside, lead, { assessmentId, invitationId, itemIds });
    await answer(second, 1, '二つ目の回答');
    await sweepAfter(11);
    expect((await told()).filter((each) => each.startsWith('question_answered'))).toEqual([
      `question_answered sent ${KOBAYASHI}`,
      `question_answered sent ${CONTACT}`,
    ]);
  });

  it('reach whoever holds a link, when the one they were planned for was revoked before it left', async () => {
    const { lead, ask, answer, sweepAfter, told, assessmentId } = await begun();
    const questionId = await ask('質問');
    bench.outside.clock.moveTo(SATURDAY);
    await answer(questionId, 1, '休日の回答');
    await sweepAfter(11);
    expect(await told()).toEqual([`question_answered planned ${CONTACT}`]);
    await bank.system.transaction(async (tx) => {
      const [row] = await tx.select().from(invitation).where(eq(invitation.id, lead.invitationId));
      if (!row) throw new Error('no invitation');
      const id = newId();
      await tx
        .insert(invitation)
        .values({ ...row, id, address: 'successor@vendor.example', linkHash: bench.outside.linkHash(id) });
      await tx
        .update(invitation)
        .set({ revokedAt: bench.outside.clock.now() })
        .where(eq(invitation.id, lead.invitationId));
    });
    bench.outside.clock.moveTo(MONDAY);
    await sendPlanned(assessmentId);
    await sweepAfter(1);
    expect(await told()).toEqual([
      `question_answered cancelled ${CONTACT}`,
      'question_answered sent successor@vendor.example',
    ]);
  });
});
