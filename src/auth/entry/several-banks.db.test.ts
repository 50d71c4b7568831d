import { afterAll, beforeAll, expect, it } from 'vitest';
import { identityTransaction } from '@/auth/doors';
import { mintMemberScope, startMemberSession } from '@/auth/member-session';
import { newId } from '@/db/new-id';
import { bankProfile } from '@/db/schema/bank';
import { Refusal } from '@/domain/refusal';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { disableMember } from '@/usecases/members/disable-member';
import { inviteMember } from '@/usecases/members/invite-member';
import { foundTestBank, type TestBank, testOutside } from '@/usecases/testing/bank-fixture';
import type { EntryContext } from './entry-case';
import { chooseBank, whoAmI } from './member-entry';

let database: TestDatabase;
let aoba: TestBank;
let midori: TestBank;
const outside = testOutside();

beforeAll(async () => {
  database = await testDatabase();
  aoba = await foundTestBank(database, { slug: 'aoba', vendors: 1 });
  midori = await foundTestBank(database, { slug: 'midori', vendors: 1 });
});
afterAll(() => database.drop());

const contextOf = (member: string): EntryContext => ({
  now: outside.clock.now(),
  locale: 'ja',
  cookies: { member, respondent: null, browser: null },
  setCookie: () => undefined,
  wake: outside.wake,
});
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );
const session = (userId: string, tenantId: string | null) =>
  identityTransaction((tx) => startMemberSession(tx, { userId, tenantId, now: outside.clock.now() }));

it('one person goes over between the banks they serve, with each bank’s name and roles, and into no other', async () => {
  const third = await foundTestBank(database, { slug: 'kaede', vendors: 1 });
  const { userId } = aoba.members.operator;
  const invited = await inviteMember(outside, midori.members.administrator, {
    name: '応援 一',
    address: aoba.addressOf('operator'),
    language: 'ja',
    roles: ['viewer'],
    auditorUntil: null,
    campaignIds: [],
  });
  const { token } = await session(userId, aoba.tenantId);
  const context = contextOf(token);
  expect(await whoAmI.run(context, {})).toMatchObject({
    tenantId: aoba.tenantId,
    roles: ['operator'],
    banks: expect.arrayContaining([
      expect.objectContaining({ tenantId: aoba.tenantId }),
      expect.objectContaining({ tenantId: midori.tenantId }),
    ]),
  });
  await chooseBank.run(context, { tenantId: midori.tenantId });
  // One that gave no English name is called by its own.
  await midori.system.transaction((tx) => tx.update(bankProfile).set({ nameEn: '' }));
  expect(await whoAmI.run(context, {})).toMatchObject({ bankName: 'midori銀行', bankNameEn: 'midori銀行' });
  expect(await mintMemberScope(token, context.now)).toMatchObject({
    tenantId: midori.tenantId,
    memberId: invited.memberId,
    roles: ['viewer'],
  });
  for (const tenantId of [third.tenantId, newId()]) {
    expect(await codeOf(chooseBank.run(context, { tenantId }))).toBe('not-found');
  }
  expect(await whoAmI.run(context, {})).toMatchObject({ tenantId: midori.tenantId, name: '応援 一' });
});

it('a person whom one bank disables is out of it at once and goes on working for the other', async () => {
  const { userId } = aoba.members.reviewer;
  const { memberId } = await inviteMember(outside, midori.members.administrator, {
    name: '応援 二',
    address: aoba.addressOf('reviewer'),
    language: 'ja',
    roles: ['reviewer'],
    auditorUntil: null,
    campaignIds: [],
  });
  const here = await session(userId, aoba.tenantId);
  const there = await session(userId, midori.tenantId);
  await disableMember(outside, midori.members.administrator, { memberId, disabled: true, version: 1 });
  const { now } = contextOf(there.token);
  expect(await codeOf(mintMemberScope(there.token, now))).toBe('signed-out');
  expect(await whoAmI.run(contextOf(there.token), {})).toBeNull();
  expect((await mintMemberScope(here.token, now)).tenantId).toBe(aoba.tenantId);
  expect(await codeOf(chooseBank.run(contextOf(here.token), { tenantId: midori.tenantId }))).toBe('not-found');
  await disableMember(outside, midori.members.administrator, { memberId, disabled: false, version: 2 });
  expect(await codeOf(mintMemberScope(there.token, now))).toBe('signed-out');
});
