import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { identityTransaction } from '@/auth/doors';
import { mintMemberScope } from '@/auth/member-session';
import { identityProvider } from '@/db/schema/identity-provider';
import { linkedAccount } from '@/db/schema/platform';
import { auditEvent } from '@/db/schema/record';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { receiveAnswer } from '@/trpc/single-sign-on-routes';
import { saveIdentityProvider } from '@/usecases/identity-provider/save-identity-provider';
import { disableMember } from '@/usecases/members/disable-member';
import { inviteMember } from '@/usecases/members/invite-member';
import { foundTestBank, type TestBank, testOutside } from '@/usecases/testing/bank-fixture';
import { codeOf } from '@/usecases/testing/refusal-of';
import { type OpenIdServer, startOpenIdServer } from './open-id-server.fixture';
import { visitor } from './single-sign-on.fixture';

let database: TestDatabase;
let aoba: TestBank;
let midori: TestBank;
let server: OpenIdServer;
/** Another bank's provider, of another make: it puts the e-mail claims into the ID token. */
let theirs: OpenIdServer;
const outside = testOutside(new Date());
const redirectUris = ['aoba', 'midori', 'kaede'].map((code) => `http://localhost:3000/api/auth/callback/${code}`);

beforeAll(async () => {
  database = await testDatabase();
  process.env.TENKEN_EMBEDDED = '1';
  const now = outside.clock.now();
  aoba = await foundTestBank(database, { slug: 'aoba', vendors: 1, now });
  midori = await foundTestBank(database, { slug: 'midori', vendors: 1, now });
  server = await startOpenIdServer({ redirectUris });
  theirs = await startOpenIdServer({ redirectUris, claimsInToken: true });
  await connect(aoba, server);
  await connect(midori, theirs);
});
afterAll(async () => {
  await server.close();
  await theirs.close();
  await database.drop();
});
beforeEach(() => {
  server.person = { sub: 'nobody' };
});

async function connect(bank: TestBank, to: OpenIdServer, mode: 'off' | 'optional' | 'required' = 'optional') {
  const [standing] = await bank.system.transaction((tx) => tx.select().from(identityProvider));
  const { issuer, clientId, clientSecret } = to;
  const isSame = standing?.issuer === issuer;
  return saveIdentityProvider(outside, bank.members.administrator, {
    issuer,
    clientId,
    clientSecret: isSame ? '' : clientSecret,
    mode,
    version: standing?.version ?? null,
  });
}
const is = (role: Parameters<TestBank['addressOf']>[0], bank = aoba) => ({
  sub: `${role} there`,
  email: bank.addressOf(role),
  email_verified: true,
});
const isAobas = (provider: string) => provider.includes(aoba.tenantId);
const scopeOf = async (token: string | null) => mintMemberScope(token, outside.clock.now());

describe('signing in through the bank’s own provider', () => {
  it('makes a session that the bank’s provider vouched for, on record, and finds the person again by name alone', async () => {
    server.person = is('operator');
    const first = visitor(outside);
    expect(await first.signIn('aoba')).toBe('in');
    expect(await scopeOf(first.token())).toMatchObject({
      tenantId: aoba.tenantId,
      memberId: aoba.members.operator.memberId,
      roles: ['operator'],
    });
    // Nothing of the flow stays in the browser.
    expect([...first.jar.keys()]).toEqual([]);
    server.person = { sub: 'operator there', email: 'moved@elsewhere.example', email_verified: false };
    const again = visitor(outside);
    expect(await again.signIn('AOBA ')).toBe('in');
    expect((await scopeOf(again.token())).memberId).toBe(aoba.members.operator.memberId);
    const events = await aoba.system.transaction((tx) =>
      tx.select().from(auditEvent).where(eq(auditEvent.kind, 'member.signed_in')),
    );
    expect(events.map((event) => event.actorId)).toContain(`member:${aoba.members.operator.memberId}`);
  });

  it('takes the e-mail claims from the ID token where the provider puts them there', async () => {
    theirs.person = is('viewer', midori);
    const browser = visitor(outside);
    expect(await browser.signIn('midori')).toBe('in');
    expect((await scopeOf(browser.token())).memberId).toBe(midori.members.viewer.memberId);
  });

  it('lets an auditor in as an auditor', async () => {
    server.person = is('auditor');
    const browser = visitor(outside);
    expect(await browser.signIn('aoba')).toBe('in');
    expect((await scopeOf(browser.token())).audience).toBe('auditor');
  });

  it.each([
    ['an address that is not verified', () => ({ ...is('viewer'), email_verified: false })],
    ['an address about which nothing is said', () => ({ sub: 'x', email: aoba.addressOf('viewer') })],
    ['no address', () => ({ sub: 'y', email_verified: true })],
    ['an address that nobody has', () => ({ sub: 'z', email: 'nobody@aoba.example', email_verified: true })],
    ['an address of another bank', () => is('viewer', midori)],
  ])('joins nobody by %s', async (_what, person) => {
    server.person = person();
    const browser = visitor(outside);
    expect(await browser.signIn('aoba')).toBe('sso-failed');
    expect(browser.token()).toBeNull();
    const links = await identityTransaction((tx) => tx.select().from(linkedAccount));
    expect(links.filter((link) => link.providerAccountId === server.person.sub && isAobas(link.provider))).toEqual([]);
  });

  it('refuses a member who was disabled, linked or not', async () => {
    server.person = is('approver');
    expect(await visitor(outside).signIn('aoba')).toBe('in');
    const change = { memberId: aoba.members.approver.memberId, version: 1 };
    await disableMember(outside, aoba.members.administrator, { ...change, disabled: true });
    expect(await visitor(outside).signIn('aoba')).toBe('sso-failed');
    server.person = { ...is('approver'), sub: 'another name' };
    expect(await visitor(outside).signIn('aoba')).toBe('sso-failed');
    await disableMember(outside, aoba.members.administrator, { ...change, disabled: false, version: 2 });
  });

  it('says the same of a code that no bank has and of a bank without a provider', async () => {
    await foundTestBank(database, { slug: 'kaede', vendors: 1, now: outside.clock.now() });
    for (const code of ['kaede', 'nowhere', '', '../aoba', 'x'.repeat(300)]) {
      expect(await visitor(outside).signIn(code)).toBe('sso-unavailable');
    }
  });
});

describe('an answer of the provider', () => {
  it('is good once, and in the browser that asked for it alone', async () => {
    server.person = is('reviewer');
    const browser = visitor(outside);
    const answer = (await browser.fetchAnswer('aoba')) ?? {};
    const kept = new Map(browser.jar);
    expect(kept.size).toBe(3);
    expect(await visitor(outside).handIn('aoba', answer)).toBe('sso-failed');
    expect(await browser.handIn('aoba', answer)).toBe('in');
    expect(await browser.handIn('aoba', answer)).toBe('sso-failed');
    // Even with the cookies kept back, the provider gives nothing for the same code twice.
    const replay = visitor(outside);
    for (const [name, value] of kept) replay.jar.set(name, value);
    expect(await replay.handIn('aoba', answer)).toBe('sso-failed');
  });

  it.each([
    ['another state', { state: 'a state of somebody else' }],
    ['another code', { code: 'made up' }],
    ['another issuer', { iss: 'https://elsewhere.example' }],
    ['a refusal', { error: 'access_denied' }],
  ])('opens nothing with %s', async (_what, part) => {
    server.person = is('reviewer');
    const browser = visitor(outside);
    const answer = (await browser.fetchAnswer('aoba')) ?? {};
    expect(await browser.handIn('aoba', { ...answer, ...part })).toBe('sso-failed');
    expect(browser.token()).toBeNull();
  });

  it('opens nothing at another bank than the one that was asked for', async () => {
    server.person = is('reviewer');
    const browser = visitor(outside);
    const answer = (await browser.fetchAnswer('aoba')) ?? {};
    expect(await browser.handIn('midori', answer)).toBe('sso-failed');
  });

  it('is only passed on by GET, which makes no session and reads nothing', async () => {
    const asked = new Request('http://localhost:3000/api/auth/callback/aoba?code=c&state=s&iss=i&next=//evil.example');
    const response = receiveAnswer('aoba', asked);
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/sign-in/returning/aoba#code=c&state=s&iss=i');
    expect(response.headers.getSetCookie()).toEqual([]);
  });
});

describe('a changed provider', () => {
  it('takes no answer of the one before, forgets its links and ends the sessions that it vouched for', async () => {
    server.person = is('operator');
    const inside = visitor(outside);
    expect(await inside.signIn('aoba')).toBe('in');
    const onTheWay = visitor(outside);
    const answer = (await onTheWay.fetchAnswer('aoba')) ?? {};
    const next = await startOpenIdServer({ redirectUris });
    await connect(aoba, next);
    expect(await onTheWay.handIn('aoba', answer)).toBe('sso-failed');
    expect(await codeOf(scopeOf(inside.token()))).toBe('signed-out');
    // The same name at another issuer is another person until a verified address says otherwise.
    next.person = { sub: 'operator there' };
    expect(await visitor(outside).signIn('aoba')).toBe('sso-failed');
    await next.close();
    await connect(aoba, server);
  });

  it('is told apart from the same issuer at another bank, and one bank’s word opens no other', async () => {
    const { userId } = aoba.members.viewer;
    await inviteMember(outside, midori.members.administrator, {
      name: '応援 三',
      address: aoba.addressOf('viewer'),
      language: 'ja',
      roles: ['viewer'],
      auditorUntil: null,
      campaignIds: [],
    });
    server.person = is('viewer');
    expect(await visitor(outside).signIn('aoba')).toBe('in');
    await connect(midori, server);
    server.person = { sub: 'viewer there' };
    expect(await visitor(outside).signIn('midori')).toBe('sso-failed');
    const links = await identityTransaction((tx) =>
      tx.select().from(linkedAccount).where(eq(linkedAccount.userId, userId)),
    );
    expect(links).toHaveLength(1);
    await connect(midori, theirs);
  });
});
