import type { NextApiRequest, NextApiResponse } from 'next';
import NextAuth, { type CookieOption, type NextAuthOptions } from 'next-auth';
import type { ProviderDocument } from '../identity/discovery';
import { providerFlowSecret } from '../secrets';
import { type Claims, claimsSchema, openIdProvider } from './open-id-provider';

/** One bank's provider, opened for one request. */
export interface OpenIdBank {
  tenantId: string;
  /** The bank's code; it stands in the address that the provider sends people back to. */
  code: string;
  document: ProviderDocument;
  clientId: string;
  clientSecret: string;
}

/** What next-auth answers: where to, and the values of Set-Cookie. */
interface Answer {
  url: string | null;
  body: unknown;
  cookies: string[];
}

const PREFIX = '__Host-tenken-sso-';
const FLOW_SECONDS = 15 * 60;

const flowCookie = (name: string): CookieOption => ({
  name: PREFIX + name,
  options: { httpOnly: true, sameSite: 'lax', path: '/', secure: true, maxAge: FLOW_SECONDS },
});
const CSRF = flowCookie('csrf');

function optionsFor(bank: OpenIdBank, onClaims: (claims: Claims) => void): NextAuthOptions {
  return {
    providers: [openIdProvider(bank)],
    // Whatever was begun with another configuration, or for another bank, can't be read with this key.
    secret: providerFlowSecret([bank.tenantId, bank.document.issuer, bank.clientId]),
    session: { strategy: 'jwt' },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    cookies: {
      csrfToken: CSRF,
      callbackUrl: flowCookie('callback'),
      state: flowCookie('state'),
      nonce: flowCookie('nonce'),
      pkceCodeVerifier: flowCookie('verifier'),
    },
    callbacks: {
      /** Reached when everything has been verified. Answering with a path ends next-auth's part: the session is ours. */
      signIn({ profile }) {
        const claims = claimsSchema.safeParse(profile);
        if (claims.success) onClaims(claims.data);
        return '/';
      },
    },
    // What it would write may name people; callers say by themselves that signing in failed.
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
  };
}

/** The one door to next-auth's own handler: a call as plain data, without a framework's request. */
async function ask(
  options: NextAuthOptions,
  call: {
    method: 'GET' | 'POST';
    nextauth: readonly string[];
    query?: Record<string, string>;
    cookies: Record<string, string>;
    body?: Record<string, string>;
  },
): Promise<Answer> {
  const headers = new Map<string, unknown>();
  const answer: Answer = { url: null, body: null, cookies: [] };
  const response = {
    status: () => response,
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    setHeader(name: string, value: unknown) {
      headers.set(name.toLowerCase(), value);
      return response;
    },
    json(body: unknown) {
      answer.body = body;
    },
    send(body: unknown) {
      answer.body = body;
    },
    end: () => undefined,
  };
  const { method, nextauth, query, cookies, body } = call;
  const request = { method, headers: {}, cookies, query: { ...query, nextauth }, body };
  await NextAuth(request as unknown as NextApiRequest, response as unknown as NextApiResponse, options);
  const url = headers.get('location');
  if (typeof url === 'string') answer.url = url;
  answer.cookies = [headers.get('set-cookie') ?? []].flat().filter((each) => typeof each === 'string');
  return answer;
}

const csrfSchema = /^([0-9a-f]{64})/;

/** Begins a sign-in: where to send the browser, and the cookies that it must bring back. */
export async function beginOpenId(bank: OpenIdBank): Promise<{ url: string; cookies: string[] } | null> {
  const options = optionsFor(bank, () => undefined);
  // The request is our own page's (the proxy refuses any other), so next-auth's own token is fetched and shown here.
  const guard = await ask(options, { method: 'GET', nextauth: ['csrf'], cookies: {} });
  const pair = guard.cookies.find((each) => each.startsWith(`${CSRF.name}=`))?.split(';')[0] ?? '';
  const shown = decodeURIComponent(pair.slice(CSRF.name.length + 1));
  const csrfToken = csrfSchema.exec(shown)?.[1] ?? '';
  const begun = await ask(options, {
    method: 'POST',
    nextauth: ['signin', bank.code],
    cookies: { [CSRF.name]: shown },
    body: { csrfToken },
  });
  const kept = begun.cookies.filter((each) => /-sso-(?:state|nonce|verifier)=/.test(each));
  const isAway = begun.url !== null && kept.length === 3;
  return isAway && begun.url !== null ? { url: begun.url, cookies: kept } : null;
}

/** Ends a sign-in: what the provider says of the person, once all is verified; null for any failure. */
export async function endOpenId(
  bank: OpenIdBank,
  brought: { query: Record<string, string>; cookies: Record<string, string> },
): Promise<{ claims: Claims | null; cookies: string[] }> {
  let claims: Claims | null = null;
  const options = optionsFor(bank, (verified) => {
    claims = verified;
  });
  await ask(options, { method: 'GET', nextauth: ['callback', bank.code], ...brought });
  return { claims, cookies: endedCookies() };
}

/** Set-Cookie values that end a sign-in's cookies: they are good for one answer of the provider, whatever became of it. */
function endedCookies(): string[] {
  return ['state', 'nonce', 'verifier'].map(
    (name) => `${PREFIX}${name}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0`,
  );
}
