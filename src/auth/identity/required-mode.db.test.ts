import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identityTransaction } from '@/auth/doors';
import type { EntryContext } from '@/auth/entry/entry-case';
import { chooseBank, requestSignInCode, signIn, whoAmI } from '@/auth/entry/member-entry';
import { mintMemberScope, startMemberSession } from '@/auth/member-session';
import { oneTimeDigits } from '@/auth/secrets';
import { identityProvider } from '@/db/schema/identity-provider';
import { oneTimeCode } from '@/db/schema/platform';
import type { IdentityMode } from '@/domain/identity-provider';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { saveIdentityProvider } from '@/usecases/identity-provider/save-identity-provider';
import { inviteMember } from '@/usecases/members/invite-member';
import { foundTestBank, type TestBank } from '@/usecases/testing/bank-fixture';
import { codeOf, refusalOf } from '@/usecases/testing/refusal-of';
import { BASE_URL, type TestBench, testBench } from '@/worker/bench.fixture';
import { sendCode } from '@/worker/processors/send-code';
import { type OpenIdServer, startOpenIdServer } from './open-id-server.fixture';
import { visitor } from './single-sign-on.fixture';

let database: TestDatabase;
let bench: TestBench;
let aoba: TestBank;
let midori: TestBank;
let server: OpenIdServer;

beforeAll(async () => {
  database = await testDatabase();
  process.env.TENKEN_EMBEDDED = '1';
  bench = await testBench(new Date());
  const now = bench.outside.clock.now();
  aoba = await foundTestBank(database, { slug: 'aoba', vendors: 1, now });
  midori = await foundTestBank(database, { slug: 'midori', vendors: 1, now });
  server = await startOpenIdServer({
    redirectUris: ['aoba', 'midori'].map((code) => `${BASE_URL}/api/auth/callback/${code}`),
  });
  // The operator works for both banks.
  await inviteMember(bench.outside, midori.members.administrator, {
    name: '応援 四',
    address: aoba.addressOf('operator'),
    language: 'ja',
    roles: ['viewer'],
    auditorUntil: null,
    campaignIds: [],
  });
  for (const bank of [aoba, midori]) {
    await turn(bank, 'optional');
    server.person = { sub: bank.tenantId, email: bank.addressOf('administrator'), email_verified: true };
    expect(await visitor(bench.outside).signIn(bank === aoba ? 'aoba' : 'midori')).toBe('in');
  }
});
afterAll(async () => {
  await server.close();
  await bench.end();
  await database.drop();
});

async function turn(bank: TestBank, mode: IdentityMode) {
  const [standing] = await bank.system.transaction((tx) => tx.select().from(identityProvider));
  const { issuer, clientId, clientSecret } = server;
  await saveIdentityProvider(bench.outside, bank.members.administrator, {
    issuer,
    clientId,
    clientSecret: standing ? '' : clientSecret,
    mode,
    version: standing?.version ?? null,
  });
}
async function modes(ofAoba: IdentityMode, ofMidori: IdentityMode) {
  await turn(aoba, ofAoba);
  await turn(midori, ofMidori);
}
const now = () => bench.outside.clock.now();
const byCode = async (tenantId: string | null, userId = aoba.members.operator.userId) =>
  (await identityTransaction((tx) => startMemberSession(tx, { userId, tenantId, now: now() }))).token;
async function byProvider() {
  server.person = { sub: 'operator', email: aoba.addressOf('operator'), email_verified: true };
  const browser = visitor(bench.outside);
  expect(await browser.signIn('aoba')).toBe('in');
  return browser.token() ?? '';
}
const opens = async (token: string) => (await mintMemberScope(token, now())).tenantId;
function contextOf(member: string | null): EntryContext {
  const cookies: EntryContext['cookies'] = { member, respondent: null, browser: null };
  return {
    now: now(),
    locale: 'ja',
    cookies,
    setCookie(name, token) {
      cookies[name] = token;
    },
    wake: bench.outside.wake,
  };
}

describe('a bank that asks for its own provider', () => {
  it('is closed to a session by code, with the way in named, and leaves other banks as they say', async () => {
    await modes('optional', 'optional');
    const here = await byCode(aoba.tenantId);
    const there = await byCode(midori.tenantId);
    expect(await opens(here)).toBe(aoba.tenantId);
    await modes('required', 'optional');
    const refused = { code: 'sso-required', params: { bank: 'aoba' } };
    expect(await refusalOf(opens(here))).toEqual(refused);
    expect(await refusalOf(whoAmI.run(contextOf(here), {}))).toEqual(refused);
    expect(await opens(there)).toBe(midori.tenantId);
    expect(await refusalOf(chooseBank.run(contextOf(there), { tenantId: aoba.tenantId }))).toEqual(refused);
    expect(await opens(there)).toBe(midori.tenantId);
    await modes('optional', 'optional');
    expect(await opens(here)).toBe(aoba.tenantId);
  });

  it('is opened by its own provider, whose word opens no other bank in whatever mode', async () => {
    await modes('required', 'off');
    const token = await byProvider();
    expect(await opens(token)).toBe(aoba.tenantId);
    expect((await whoAmI.run(contextOf(token), {}))?.banks.map((bank) => bank.tenantId)).toEqual([aoba.tenantId]);
    for (const [mode, code] of [
      ['off', 'vouched-elsewhere'],
      ['optional', 'vouched-elsewhere'],
      ['required', 'sso-required'],
    ] as const) {
      await modes('required', mode);
      expect(await codeOf(chooseBank.run(contextOf(token), { tenantId: midori.tenantId }))).toBe(code);
      expect(await opens(token)).toBe(aoba.tenantId);
    }
    await modes('optional', 'off');
  });

  it('ends what its provider vouched for when it turns the provider off', async () => {
    await modes('optional', 'off');
    const token = await byProvider();
    await modes('off', 'off');
    expect(await codeOf(opens(token))).toBe('signed-out');
    await modes('optional', 'off');
  });
});

describe('a sign-in code', () => {
  /** Asks for a code, has the mail sent, and returns it with the row's digits. */
  async function ask(address: string) {
    const context = contextOf(null);
    const answer = await requestSignInCode.run(context, { address });
    const job = bench.outside.wakes.findLast((each) => each.kind === 'code.send');
    if (job?.kind !== 'code.send') throw new Error('nothing was woken');
    await sendCode(bench, job.payload);
    const { codeId } = job.payload;
    const [row] = await identityTransaction((tx) => tx.select().from(oneTimeCode).where(eq(oneTimeCode.id, codeId)));
    return { answer, context, digits: oneTimeDigits(codeId), state: row?.mailState, mail: bench.arrived(address)[0] };
  }

  it('is not sent to whom no bank admits by code: the page says the same and the mail says where to go', async () => {
    await modes('required', 'required');
    const asked = await ask(aoba.addressOf('operator'));
    const unknown = await ask('nobody@aoba.example');
    expect(asked.answer).toEqual(unknown.answer);
    expect([asked.state, unknown.state]).toEqual(['sent', 'none']);
    expect(unknown.mail).toBeUndefined();
    expect(asked.mail?.text).toContain(`${BASE_URL}/sign-in?bank=aoba`);
    expect(asked.mail?.text).toContain(`${BASE_URL}/sign-in?bank=midori`);
    expect(asked.mail?.text.replaceAll(' ', '')).not.toContain(asked.digits);
    // Both answer a try in the same way, even with the digits that would have been right.
    for (const { context, digits } of [asked, unknown]) {
      expect(await refusalOf(signIn.run(context, { code: digits }))).toEqual({
        code: 'code-wrong',
        params: { left: 4 },
      });
    }
  });

  it('leads into the bank that admits it, past the one that asks for its provider', async () => {
    await modes('required', 'off');
    const { context, digits } = await ask(aoba.addressOf('operator'));
    const signedIn = await signIn.run(context, { code: digits });
    expect(signedIn).toMatchObject({ chosen: true, banks: [{ tenantId: midori.tenantId }] });
    await modes('optional', 'off');
  });
});
