import { eq } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { COOKIES, readCookies, setCookie } from '@/auth/cookies';
import { identityTransaction } from '@/auth/doors';
import { mintMemberScope } from '@/auth/member-session';
import { mintAssessmentScope } from '@/auth/respondent-session';
import { linkToken, oneTimeDigits } from '@/auth/secrets';
import { newId } from '@/db/new-id';
import { member } from '@/db/schema/bank';
import { invitation } from '@/db/schema/campaign';
import { oneTimeCode } from '@/db/schema/platform';
import { Refusal } from '@/domain/refusal';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { foundTestBank, launchTestCampaign, type TestBank, testOutside } from '@/usecases/testing/bank-fixture';
import type { EntryContext } from './entry-case';
import { chooseBank, requestSignInCode, signIn, signOut, whoAmI } from './member-entry';
import {
  describeInvitation,
  introduce,
  myAssessments,
  requestRespondentCode,
  respondentSignIn,
} from './respondent-entry';

let database: TestDatabase;
let bank: TestBank;
let assessmentId: string;
let invitationId: string;
const outside = testOutside(new Date('2026-11-27T01:00:00Z'));
const CONTACT = 'contact1@aoba-vendor.example';

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba' });
  const launched = await launchTestCampaign(bank, outside);
  const invitations = await bank.system.transaction((tx) =>
    tx.select().from(invitation).where(eq(invitation.address, CONTACT)),
  );
  assessmentId = invitations[0]?.assessmentId ?? '';
  invitationId = invitations[0]?.id ?? '';
  expect(launched.assessmentIds).toContain(assessmentId);
});
afterAll(() => database.drop());
// Codes are counted by the hour: each test has one of its own.
beforeEach(() => outside.clock.advance(2 * 3_600_000));

/** One browser: it keeps the cookies that it is given. */
function browser() {
  const jar: EntryContext['cookies'] = { member: null, respondent: null, browser: null };
  const context: EntryContext = {
    get now() {
      return outside.clock.now();
    },
    locale: 'ja',
    cookies: jar,
    setCookie(name, token, expires) {
      jar[name] = expires ? token : null;
    },
    wake: outside.wake,
  };
  return { jar, context };
}

async function newestCode(address: string): Promise<{ id: string; digits: string }> {
  const rows = await identityTransaction((tx) => tx.select().from(oneTimeCode).where(eq(oneTimeCode.address, address)));
  const id =
    rows.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1)).at(-1)?.id ?? '';
  return { id, digits: oneTimeDigits(id) };
}
const wrongFor = (digits: string) => String((Number(digits) + 1) % 1_000_000).padStart(6, '0');
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );
async function signedInMember(role: 'operator' | 'auditor' = 'operator') {
  const { jar, context } = browser();
  const address = bank.addressOf(role);
  await requestSignInCode.run(context, { address });
  const { digits } = await newestCode(address);
  const answer = await signIn.run(context, { code: digits });
  return { jar, context, answer };
}
async function signedInRespondent() {
  const { jar, context } = browser();
  await requestRespondentCode.run(context, { token: linkToken(invitationId) });
  const { digits } = await newestCode(CONTACT);
  await respondentSignIn.run(context, { code: digits });
  return { jar, context };
}

describe('a one-time code', () => {
  it('opens a session once, of fifty that try at once', async () => {
    const { context } = browser();
    const address = bank.addressOf('viewer');
    await requestSignInCode.run(context, { address });
    const { digits } = await newestCode(address);
    const results = await Promise.all(Array.from({ length: 50 }, () => codeOf(signIn.run(context, { code: digits }))));
    expect(results.filter((result) => result === 'done')).toHaveLength(1);
  });

  it('works only in the browser that asked for it', async () => {
    const asked = browser();
    const address = bank.addressOf('reviewer');
    await requestSignInCode.run(asked.context, { address });
    const { digits } = await newestCode(address);
    const elsewhere = browser();
    expect(await codeOf(signIn.run(elsewhere.context, { code: digits }))).toBe('code-expired');
    expect(await codeOf(signIn.run(asked.context, { code: digits }))).toBe('done');
  });

  it('says how many tries are left, and is used up after five', async () => {
    const { context } = browser();
    const address = bank.addressOf('approver');
    await requestSignInCode.run(context, { address });
    const { digits } = await newestCode(address);
    const wrong = wrongFor(digits);
    for (let left = 4; left >= 1; left -= 1) {
      await expect(signIn.run(context, { code: wrong })).rejects.toMatchObject({
        code: 'code-wrong',
        params: { left },
      });
    }
    expect(await codeOf(signIn.run(context, { code: wrong }))).toBe('code-used-up');
    expect(await codeOf(signIn.run(context, { code: digits }))).toBe('code-used-up');
  });

  it('expires after ten minutes, and an older one gives way to the newest', async () => {
    const { context } = browser();
    const address = bank.addressOf('administrator');
    await requestSignInCode.run(context, { address });
    const old = await newestCode(address);
    outside.clock.advance(1_000);
    await requestSignInCode.run(context, { address });
    if (old.digits !== (await newestCode(address)).digits) {
      expect(await codeOf(signIn.run(context, { code: old.digits }))).toBe('code-wrong');
    }
    outside.clock.advance(10 * 60_000);
    expect(await codeOf(signIn.run(context, { code: (await newestCode(address)).digits }))).toBe('code-expired');
  });

  it('is mailed at most five times an hour, known address or not', async () => {
    for (const address of [bank.addressOf('viewer'), 'nobody@nowhere.example']) {
      const { context } = browser();
      const results = [];
      for (let count = 0; count < 6; count += 1)
        results.push(await codeOf(requestSignInCode.run(context, { address })));
      expect(results, address).toEqual(['done', 'done', 'done', 'done', 'done', 'too-many-codes']);
    }
  });

  it('is planned as a mail for a member and never for a stranger, who sees the same', async () => {
    const { context } = browser();
    expect(await requestSignInCode.run(context, { address: 'stranger@nowhere.example' })).toEqual({ done: true });
    const { id, digits } = await newestCode('stranger@nowhere.example');
    const [row] = await identityTransaction((tx) => tx.select().from(oneTimeCode).where(eq(oneTimeCode.id, id)));
    expect(row?.mailState).toBe('none');
    expect(await codeOf(signIn.run(context, { code: digits }))).toBe('code-wrong');
  });

  it('is nowhere at rest, nor is a link', async () => {
    const { context } = browser();
    await requestRespondentCode.run(context, { token: linkToken(invitationId) });
    const { digits } = await newestCode(CONTACT);
    const sql = postgres(database.superUrl, { max: 1 });
    try {
      const [dump] =
        await sql`select (select json_agg(c)::text from platform.one_time_code c where address = ${CONTACT}) as codes,
        (select json_agg(i)::text from tenant.invitation i) as invitations, (select json_agg(m)::text from tenant.mail m) as mails,
        (select json_agg(r)::text from tenant.revision r) as revisions, (select json_agg(p)::text from tenant.audit_payload p) as payloads`;
      const text = JSON.stringify(dump);
      expect(text).toContain(invitationId);
      expect(text).not.toContain(`"${digits}"`);
      expect(text).not.toContain(linkToken(invitationId));
      expect(String(dump?.payloads)).not.toContain('@');
    } finally {
      await sql.end();
    }
  });
});

describe('a member’s session', () => {
  it('is new at every sign-in and ends on the server at sign-out', async () => {
    const { jar, context, answer } = await signedInMember();
    expect(answer).toMatchObject({ chosen: true, auditor: false });
    const first = jar.member;
    await requestSignInCode.run(context, { address: bank.addressOf('operator') });
    await signIn.run(context, { code: (await newestCode(bank.addressOf('operator'))).digits });
    expect(jar.member).not.toBe(first);
    expect(await codeOf(mintMemberScope(first, outside.clock.now()))).toBe('signed-out');
    const second = jar.member;
    expect(await whoAmI.run(context, {})).toMatchObject({ roles: ['operator'], bankName: 'aoba銀行' });
    await signOut.run(context, {});
    expect(await codeOf(mintMemberScope(second, outside.clock.now()))).toBe('signed-out');
  });

  it('goes idle by the bank’s own setting', async () => {
    const { jar } = await signedInMember();
    outside.clock.advance(29 * 60_000);
    expect(await codeOf(mintMemberScope(jar.member, outside.clock.now()))).toBe('done');
    outside.clock.advance(31 * 60_000);
    expect(await codeOf(mintMemberScope(jar.member, outside.clock.now()))).toBe('session-idle');
  });

  it('is refused on the next request once the member is disabled', async () => {
    const { jar } = await signedInMember();
    const { memberId } = bank.members.operator;
    const set = (disabledAt: Date | null) =>
      bank.system.transaction((tx) => tx.update(member).set({ disabledAt }).where(eq(member.id, memberId)));
    await set(outside.clock.now());
    expect(await codeOf(mintMemberScope(jar.member, outside.clock.now()))).toBe('signed-out');
    await set(null);
  });

  it('ends for an auditor after the last day named', async () => {
    const { jar, answer } = await signedInMember('auditor');
    expect(answer.auditor).toBe(true);
    await bank.system.transaction((tx) =>
      tx.update(member).set({ auditorUntil: '2026-11-26' }).where(eq(member.id, bank.auditor.memberId)),
    );
    expect(await codeOf(mintMemberScope(jar.member, outside.clock.now()))).toBe('auditor-expired');
    await bank.system.transaction((tx) =>
      tx.update(member).set({ auditorUntil: '2027-03-31' }).where(eq(member.id, bank.auditor.memberId)),
    );
  });

  it('does not reach a bank that the person does not belong to', async () => {
    const other = await foundTestBank(database, { slug: 'midori' });
    const { context } = await signedInMember();
    expect(await codeOf(chooseBank.run(context, { tenantId: other.tenantId }))).toBe('not-found');
    expect(await codeOf(chooseBank.run(context, { tenantId: newId() }))).toBe('not-found');
  });
});

describe('an invitation', () => {
  it('tells who asks, what and by when, and following it a hundred times changes nothing', async () => {
    const { context } = browser();
    for (let count = 0; count < 100; count += 1)
      await describeInvitation.run(context, { token: linkToken(invitationId) });
    const [row] = await bank.system.transaction((tx) =>
      tx.select().from(invitation).where(eq(invitation.id, invitationId)),
    );
    expect(row?.openedAt).toBeNull();
    expect(await describeInvitation.run(context, { token: linkToken(invitationId) })).toMatchObject({
      bankName: 'aoba銀行',
      itemCount: 54,
      dueDate: '2026-12-25',
      maskedAddress: 'c****1@aoba-vendor.example',
    });
  });

  it('opens its assessment and no other, after the person has said who they are', async () => {
    const { jar, context } = await signedInRespondent();
    const now = () => outside.clock.now();
    expect(await codeOf(mintAssessmentScope(jar.respondent, assessmentId, now()))).toBe('not-introduced');
    expect(await codeOf(introduce.run(context, { name: ' ', department: '室' }))).toBe('not-introduced');
    await introduce.run(context, { name: '田中 涼', department: '情報セキュリティ室' });
    expect(await codeOf(mintAssessmentScope(jar.respondent, assessmentId, now()))).toBe('done');
    expect(await codeOf(mintAssessmentScope(jar.respondent, newId(), now()))).toBe('not-found');
    expect((await myAssessments.run(context, {})).assessments.map((line) => line.assessmentId)).toEqual([assessmentId]);
    outside.clock.advance(61 * 60_000);
    expect(await codeOf(mintAssessmentScope(jar.respondent, assessmentId, now()))).toBe('session-idle');
  });

  it('looks the same unknown, expired or revoked, and a revoked one ends what it opened', async () => {
    const { jar, context } = await signedInRespondent();
    await introduce.run(context, { name: '田中 涼', department: '室' });
    const revoke = (revokedAt: Date | null) =>
      bank.system.transaction((tx) => tx.update(invitation).set({ revokedAt }).where(eq(invitation.id, invitationId)));
    await revoke(outside.clock.now());
    const revoked = describeInvitation.run(context, { token: linkToken(invitationId) });
    await expect(revoked).rejects.toMatchObject({ code: 'link-unusable', params: {} });
    expect(await codeOf(mintAssessmentScope(jar.respondent, assessmentId, outside.clock.now()))).toBe('not-found');
    await revoke(null);
    await expect(describeInvitation.run(context, { token: linkToken(newId()) })).rejects.toMatchObject({
      code: 'link-unusable',
      params: {},
    });
    const late = { ...context, now: new Date('2029-01-01T00:00:00Z') };
    await expect(describeInvitation.run(late, { token: linkToken(invitationId) })).rejects.toMatchObject({
      code: 'link-unusable',
      params: {},
    });
  });

  it('can be had by address alone, for gateways that strip links', async () => {
    const { context } = browser();
    await requestRespondentCode.run(context, { address: CONTACT });
    const answer = await respondentSignIn.run(context, { code: (await newestCode(CONTACT)).digits });
    expect(answer).toMatchObject({ assessmentId, introduced: false });
  });

  it('remembers who answered from the address the last time, also once that sitting is over', async () => {
    const first = await signedInRespondent();
    await introduce.run(first.context, { name: '小林 舞', department: '開発部' });
    outside.clock.advance(86_400_000);
    const { context } = browser();
    await requestRespondentCode.run(context, { address: CONTACT });
    const answer = await respondentSignIn.run(context, { code: (await newestCode(CONTACT)).digits });
    expect(answer).toMatchObject({ introduced: false, lastTime: { name: '小林 舞', department: '開発部' } });
  });
});

describe('cookies', () => {
  it('are pinned to the host, secure, out of reach of scripts, and read back', () => {
    const header = setCookie('member', 'a'.repeat(43), new Date('2026-11-27T00:00:00Z'));
    expect(header).toMatch(/^__Host-tenken-member=a{43}; Path=\/; Secure; HttpOnly; SameSite=Lax; Expires=/);
    expect(readCookies(`x=1; ${COOKIES.member}=${'a'.repeat(43)}; ${COOKIES.respondent}=short`)).toEqual({
      member: 'a'.repeat(43),
      respondent: null,
      browser: null,
    });
  });
});
