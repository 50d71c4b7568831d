import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenIdServer, startOpenIdServer } from '@/auth/identity/open-id-server.fixture';
import { visitor } from '@/auth/identity/single-sign-on.fixture';
import { openProviderSecret } from '@/auth/secrets';
import { identityProvider } from '@/db/schema/identity-provider';
import { auditPayload, revision } from '@/db/schema/record';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { foundTestBank, type TestBank, testOutside } from '../testing/bank-fixture';
import { codeOf, refusalOf } from '../testing/refusal-of';
import { saveIdentityProvider } from './save-identity-provider';
import { showIdentityProvider } from './show-identity-provider';

const outside = testOutside(new Date());
const redirectUris = ['aoba1', 'aoba2', 'aoba3', 'aoba4', 'aoba5'].map(
  (code) => `http://localhost:3000/api/auth/callback/${code}`,
);
let database: TestDatabase;
let server: OpenIdServer;
let bank: TestBank;
let code = '';
let banks = 0;

beforeAll(async () => {
  database = await testDatabase();
  process.env.TENKEN_EMBEDDED = '1';
  server = await startOpenIdServer({ redirectUris });
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

async function fresh() {
  banks += 1;
  code = `aoba${banks}`;
  bank = await foundTestBank(database, { slug: code, vendors: 1, now: outside.clock.now() });
}
const look = () => showIdentityProvider(outside, bank.members.administrator, {});
type Saved = Parameters<typeof saveIdentityProvider>[2];
async function save(part: Partial<Saved> = {}, role: keyof TestBank['members'] = 'administrator') {
  const { provider } = await look();
  const { issuer, clientId, clientSecret } = server;
  return saveIdentityProvider(outside, bank.members[role], {
    issuer: provider?.issuer ?? issuer,
    clientId: provider?.clientId ?? clientId,
    clientSecret: provider ? '' : clientSecret,
    mode: 'optional',
    version: provider?.version ?? null,
    ...part,
  });
}
async function administratorSignsIn() {
  server.person = { sub: `admin of ${code}`, email: bank.addressOf('administrator'), email_verified: true };
  const browser = visitor(outside);
  return browser.signIn(code);
}

describe('the bank’s own provider', () => {
  it('is set by administrators alone, and its secret is sealed and never read again', async () => {
    await fresh();
    expect(await look()).toEqual({
      provider: null,
      bankCode: code,
      callbackUrl: `http://localhost:3000/api/auth/callback/${code}`,
      signInUrl: `http://localhost:3000/sign-in?bank=${code}`,
    });
    for (const role of ['operator', 'reviewer', 'approver', 'viewer'] as const) {
      expect(await codeOf(save({}, role))).toBe('not-permitted');
      expect(await codeOf(showIdentityProvider(outside, bank.members[role], {}))).toBe('not-permitted');
    }
    const saved = await save();
    expect(saved).toEqual({ issuer: server.issuer, clientId: 'tenken', mode: 'optional', provenAt: null, version: 1 });
    expect((await look()).provider).toEqual(saved);
    const [row] = await bank.system.transaction((tx) => tx.select().from(identityProvider));
    expect(openProviderSecret(bank.tenantId, row?.clientSecretSealed ?? '')).toBe(server.clientSecret);
    expect(() => openProviderSecret(code, row?.clientSecretSealed ?? '')).toThrow();
    const kept = await bank.system.transaction(async (tx) => [
      ...(await tx.select().from(revision).where(eq(revision.noun, 'identity_provider'))),
      ...(await tx.select().from(auditPayload)),
    ]);
    const text = JSON.stringify(kept);
    expect(text).toContain(server.issuer);
    expect(text).not.toContain(row?.clientSecretSealed);
    expect(text).not.toContain(server.clientSecret);
  });

  it('is not overwritten by somebody who began from an older one, the first included', async () => {
    await fresh();
    const first = await Promise.all([codeOf(save({ version: null })), codeOf(save({ version: null }))]);
    expect(first.toSorted()).toEqual(['done', 'stale-record']);
    expect(await codeOf(save({ version: 7 }))).toBe('stale-record');
    expect((await look()).provider?.version).toBe(1);
  });

  it('needs its secret anew when it becomes another, so that none is sent to who has never had it', async () => {
    await fresh();
    expect(await codeOf(save({ clientSecret: '' }))).toBe('provider-secret-missing');
    await save();
    expect(await codeOf(save({ clientId: 'another' }))).toBe('provider-secret-missing');
    const elsewhere = await startOpenIdServer({ redirectUris });
    expect(await codeOf(save({ issuer: elsewhere.issuer }))).toBe('provider-secret-missing');
    expect(await codeOf(save({ issuer: `${server.issuer}/` }))).toBe('done');
    expect((await look()).provider?.issuer).toBe(server.issuer);
    await elsewhere.close();
  });

  it('can be required only when an administrator has come in through it as it stands', async () => {
    await fresh();
    await save();
    expect(await codeOf(save({ mode: 'required' }))).toBe('sso-untried');
    server.person = { sub: `viewer of ${code}`, email: bank.addressOf('viewer'), email_verified: true };
    expect(await visitor(outside).signIn(code)).toBe('in');
    expect(await codeOf(save({ mode: 'required' }))).toBe('sso-untried');
    expect(await administratorSignsIn()).toBe('in');
    expect((await look()).provider?.provenAt).toEqual(outside.clock.now());
    expect(await codeOf(save({ mode: 'required', clientSecret: 'a new one' }))).toBe('sso-untried');
    expect(await save({ mode: 'required' })).toMatchObject({ mode: 'required' });
    expect(await codeOf(save({ mode: 'required', clientSecret: 'a new one' }))).toBe('sso-untried');
    await save({ mode: 'optional', clientSecret: server.clientSecret });
    expect(await codeOf(save({ mode: 'required' }))).toBe('sso-untried');
  });

  it('can be loosened and turned off while it is out of order', async () => {
    await fresh();
    const broken = await startOpenIdServer({ redirectUris });
    await save({ issuer: broken.issuer });
    broken.person = { sub: 'admin', email: bank.addressOf('administrator'), email_verified: true };
    expect(await visitor(outside).signIn(code)).toBe('in');
    await save({ mode: 'required' });
    await broken.close();
    expect(await refusalOf(save({ mode: 'required' }))).toEqual({
      code: 'issuer-unfit',
      params: { fault: 'unreachable' },
    });
    expect(await save({ mode: 'optional' })).toMatchObject({ mode: 'optional' });
    expect(await save({ mode: 'off' })).toMatchObject({ mode: 'off' });
  });
});

describe('an issuer that does not fit', () => {
  let http: Server;
  let at = '';
  let answer: (response: ServerResponse) => void = () => undefined;
  beforeAll(async () => {
    await fresh();
    http = createServer((_request, response) => answer(response));
    await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
    at = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  });
  afterAll(() => http.closeAllConnections());

  const document = (part: Record<string, unknown> = {}) => ({
    issuer: at,
    authorization_endpoint: `${at}/auth`,
    token_endpoint: `${at}/token`,
    jwks_uri: `${at}/jwks`,
    ...part,
  });
  const faultOf = async (issuer: string) => {
    const refusal = await refusalOf(save({ issuer }));
    return refusal === 'done' ? refusal : [refusal.code, refusal.params];
  };
  const says = (body: unknown) => {
    answer = (response) => response.end(JSON.stringify(body));
  };

  it.each([
    ['ftp://idp.example', 'not_https'],
    ['http://idp.example', 'not_https'],
    ['https://10.0.0.8', 'private'],
    ['https://[fd00::1]', 'private'],
    ['https://169.254.169.254/latest', 'private'],
    ['no address', 'address'],
    ['https://idp.example/?tenant=1', 'address'],
    ['https://me:secret@idp.example', 'address'],
  ])('is refused with its own sentence: %s', async (issuer, fault) => {
    expect(await faultOf(issuer)).toEqual(['issuer-unfit', { fault }]);
  });

  it('is refused when its document redirects, is none, is too large, names another or can too little', async () => {
    answer = (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
    expect(await faultOf(at)).toEqual(['issuer-unfit', { fault: 'redirect' }]);
    says('a page');
    expect(await faultOf(at)).toEqual(['issuer-unfit', { fault: 'no_document' }]);
    says(document({ padding: 'x'.repeat(400_000) }));
    expect(await faultOf(at)).toEqual(['issuer-unfit', { fault: 'no_document' }]);
    says(document({ issuer: 'https://elsewhere.example' }));
    expect(await faultOf(at)).toEqual(['issuer-unfit', { fault: 'other_issuer' }]);
    says(document({ id_token_signing_alg_values_supported: ['none'] }));
    expect(await faultOf(at)).toEqual(['issuer-unfit', { fault: 'incapable' }]);
    says(document({ token_endpoint: 'https://192.168.0.1/token' }));
    expect(await faultOf(at)).toEqual(['issuer-unfit', { fault: 'private' }]);
    says(document());
    expect(await faultOf(at)).toBe('done');
  });
});
