import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identityTransaction, liveGrantsOf } from '@/auth/doors';
import { mintRespondentScope } from '@/auth/mint';
import { newId } from '@/db/new-id';
import { invitation } from '@/db/schema/campaign';
import { mail } from '@/db/schema/record';
import type { RespondentScope } from '@/db/scope';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { reissueInvitation } from '../invitations/reissue-invitation';
import { openWorkspace } from '../responses/open-workspace';
import { saveAnswer } from '../responses/save-answer';
import { takeBackSubmission } from '../responses/take-back-submission';
import { commentItem } from '../reviews/comment-item';
import { judgeItems } from '../reviews/judge-items';
import { returnRound } from '../reviews/return-round';
import { doneCount, MET, submitAll } from '../testing/answers-fixture';
import { foundTestBank, launchTestCampaign, respondentOf, type TestBank, testOutside } from '../testing/bank-fixture';
import { colleagueOf } from '../testing/colleague';
import { codeOf, refusalOf } from '../testing/refusal-of';
import { type Place, underReview } from '../testing/review-steps';
import { endDelegation } from './end-delegation';
import { giveItems } from './give-items';
import { listColleagues } from './list-colleagues';
import { planDelegationMails } from './plan-delegation-mails';

let database: TestDatabase;
let bank: TestBank;
const outside = testOutside();

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 1 });
});
afterAll(() => database.drop());

const KOBAYASHI = {
  name: '小林 舞',
  address: 'kobayashi@vendor.example',
  language: 'ja',
  message: '開発の項目です。',
} as const;

async function begun() {
  const { campaignId, assessmentIds } = await launchTestCampaign(bank, outside, { dueDate: '2027-03-31' });
  const assessmentId = assessmentIds[0] ?? '';
  const lead = await respondentOf(bank, assessmentId);
  const { items } = await openWorkspace(outside, lead, { assessmentId });
  const idOf = (number: string) => items.find((item) => item.number === number)?.itemId ?? '';
  const give = (numbers: readonly string[], to: Partial<{ name: string; address: string }> = {}, scope = lead) =>
    giveItems(outside, scope, { ...KOBAYASHI, ...to, assessmentId, itemIds: numbers.map(idOf) });
  return { campaignId, assessmentId, lead, idOf, give };
}
const numbersOf = async (scope: RespondentScope) =>
  (await openWorkspace(outside, scope, { assessmentId: scope.assessmentId })).items.map((item) => item.number);
const save = (scope: RespondentScope, itemId: string, version = 0, current = MET.current) =>
  saveAnswer(outside, scope, { assessmentId: scope.assessmentId, itemId, version, content: { ...MET, current } });

describe('a colleague', () => {
  it('sees the items given and nothing else of the assessment, and answers them under their own name', async () => {
    const { assessmentId, lead, idOf, give } = await begun();
    await save(lead, idOf('1'));
    const { invitationId } = await give(['2', '3']);
    const colleague = colleagueOf(lead, invitationId);
    const { items, isLead } = await openWorkspace(outside, colleague, { assessmentId });
    expect(items.map((item) => item.number)).toEqual(['2', '3']);
    expect(isLead).toBe(false);
    await save(colleague, idOf('2'));
    expect(await codeOf(save(colleague, idOf('1'), 1))).toBe('not-found');
    const seen = await openWorkspace(outside, lead, { assessmentId });
    const grants = await identityTransaction((tx) => liveGrantsOf(tx, KOBAYASHI.address, outside.clock.now()));
    expect(grants.find((grant) => grant.invitationId === invitationId)).toMatchObject({
      itemCount: 2,
      completeCount: 1,
    });
    const second = seen.items.find((item) => item.number === '2');
    expect(second).toMatchObject({ saved: { by: '小林 舞' }, assignee: { name: '小林 舞', invitationId } });
    expect(await doneCount(outside, lead)).toBe(2);
  });

  it('gets a mail with a link of their own, once, and no reminder of the bank’s', async () => {
    const { campaignId, lead, give } = await begun();
    const { invitationId, mailed } = await give(['2']);
    expect(mailed).toBe(true);
    expect(await planDelegationMails(outside, bank.system, { campaignId })).toEqual({ planned: 1 });
    expect(await planDelegationMails(outside, bank.system, { campaignId })).toEqual({ planned: 0 });
    const [planned] = await bank.system.transaction((tx) =>
      tx
        .select()
        .from(mail)
        .where(and(eq(mail.invitationId, invitationId), eq(mail.kind, 'delegated'))),
    );
    expect(planned).toMatchObject({ address: KOBAYASHI.address, recipientName: '小林 舞', state: 'planned' });
    // More items for the same person come by the same link.
    expect(await give(['3'])).toEqual({ invitationId, mailed: false });
    expect(await numbersOf(colleagueOf(lead, invitationId))).toEqual(['2', '3']);
  });

  it('neither submits, nor takes back, nor asks others', async () => {
    const { assessmentId, lead, give } = await begun();
    const { invitationId } = await give(['2', '3']);
    const colleague = colleagueOf(lead, invitationId);
    expect(await codeOf(submitAll(outside, colleague))).toBe('lead-only');
    expect(await codeOf(takeBackSubmission(outside, colleague, { assessmentId }))).toBe('lead-only');
    expect(await codeOf(listColleagues(outside, colleague, { assessmentId }))).toBe('lead-only');
    expect(await codeOf(give(['2'], { address: 'third@vendor.example' }, colleague))).toBe('lead-only');
    expect(await codeOf(endDelegation(outside, colleague, { assessmentId, invitationId, itemIds: null }))).toBe(
      'lead-only',
    );
  });

  it('changes only what was returned, and the lead no more than that', async () => {
    const { assessmentId, lead, idOf, give } = await begun();
    const colleague = colleagueOf(lead, (await give(['2', '3', '5'])).invitationId);
    const place = await underReview(bank, outside, assessmentId);
    await sendBack(place, idOf('2'), idOf('5'));
    await save(colleague, idOf('2'), 1, '直しました。');
    await save(colleague, idOf('5'), 1, '直しました。');
    expect(await codeOf(save(colleague, idOf('3'), 1, '直しました。'))).toBe('item-not-returned');
    expect(await codeOf(save(lead, idOf('3'), 1, '直しました。'))).toBe('item-not-returned');
    await save(lead, idOf('2'), 2, 'さらに直しました。');
    const { items } = await openWorkspace(outside, lead, { assessmentId });
    expect(items.filter(({ mayChange }) => mayChange).map(({ number }) => number)).toEqual(['2', '5']);
  });
});

/** One item judged 不足, another commented, and all of it returned. */
async function sendBack(place: Place, judged: string, commented: string): Promise<void> {
  const { reviewer } = bank.members;
  const judgement = { itemId: judged, verdict: 'insufficient', reason: '根拠がありません。', version: 0 } as const;
  await judgeItems(outside, reviewer, { ...place, judgements: [judgement] });
  await commentItem(outside, reviewer, { ...place, itemId: commented, body: '詳しく。', version: 0 });
  await returnRound(outside, reviewer, { ...place, dueDate: '2027-04-30', message: '' });
}

describe('the lead', () => {
  it('sees who has what and how far it is, hands an item on, takes it back and revokes the link', async () => {
    const { assessmentId, lead, idOf, give } = await begun();
    const { invitationId } = await give(['2', '3']);
    const colleague = colleagueOf(lead, invitationId);
    await save(colleague, idOf('2'));
    const other = await give(['3'], { name: '山田 一', address: 'yamada@vendor.example' });
    const look = async () => (await listColleagues(outside, lead, { assessmentId })).colleagues;
    expect((await look()).map(({ name, items }) => [name, items])).toEqual([
      ['小林 舞', [{ itemId: idOf('2'), done: true }]],
      ['山田 一', [{ itemId: idOf('3'), done: false }]],
    ]);
    expect(await numbersOf(colleague)).toEqual(['2']);
    await endDelegation(outside, lead, { assessmentId, invitationId, itemIds: [idOf('2')] });
    expect(await numbersOf(colleague)).toEqual([]);
    await endDelegation(outside, lead, { assessmentId, invitationId: other.invitationId, itemIds: null });
    expect((await look()).map(({ name }) => name)).toEqual(['小林 舞']);
    const [link] = await bank.system.transaction((tx) =>
      tx.select().from(invitation).where(eq(invitation.id, other.invitationId)),
    );
    expect(link?.revokedAt).not.toBeNull();
    // What was answered stays.
    const { items } = await openWorkspace(outside, lead, { assessmentId });
    expect(items.find((item) => item.number === '2')?.content.status).toBe('met');
  });

  it('is refused their own address, another assessment’s link, and too many colleagues', async () => {
    const { assessmentId, lead, give } = await begun();
    expect(await codeOf(give(['2'], { address: 'contact1@aoba-vendor.example' }))).toBe('delegation-own-address');
    const end = { assessmentId, invitationId: lead.invitationId, itemIds: null };
    expect(await codeOf(endDelegation(outside, lead, end))).toBe('not-found');
    for (let asked = 0; asked < 15; asked += 1) await give(['2'], { address: `c${asked}@vendor.example` });
    expect(await refusalOf(give(['2'], { address: 'c15@vendor.example' }))).toMatchObject({
      code: 'delegation-too-many',
    });
  });

  it('passes colleagues and their items on to whoever takes over', async () => {
    const { assessmentId, lead, give } = await begun();
    const { invitationId } = await give(['2']);
    await reissueInvitation(outside, bank.members.operator, {
      assessmentId,
      contact: { name: '新任 花子', address: 'shinnin@vendor.example', language: 'ja' },
    });
    const successor = mintRespondentScope({
      ...lead,
      invitationId: (await liveLead(assessmentId)) ?? '',
      delegatedBy: null,
      personId: newId(),
      name: '新任 花子',
      department: '管理部',
    });
    const { colleagues } = await listColleagues(outside, successor, { assessmentId });
    expect(colleagues.map((each) => each.invitationId)).toEqual([invitationId]);
    expect(await numbersOf(colleagueOf(successor, invitationId))).toEqual(['2']);
  });
});

async function liveLead(assessmentId: string): Promise<string | undefined> {
  const rows = await bank.system.transaction((tx) =>
    tx.select().from(invitation).where(eq(invitation.assessmentId, assessmentId)),
  );
  return rows.find((row) => row.delegatedBy === null && row.revokedAt === null)?.id;
}
