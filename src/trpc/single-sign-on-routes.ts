import { createLogger } from '@/adapters/logger';
import { beginSingleSignOn, endSingleSignOn, type Failure } from '@/auth/identity/single-sign-on';
import { Refusal } from '@/domain/refusal';
import type { RequestContext } from './context';
import { answerUpload } from './file-route';

const MAX_BODY_BYTES = 20_000;
const log = createLogger({ base: { process: 'web' } });

/** The way to a bank's provider, as `{ url }`. The page goes there by itself: a form could not, under our own policy. */
export async function sendToProvider(bankCode: string): Promise<Response> {
  const cookies: string[] = [];
  const response = await answerUpload(async () => {
    const begun = await beginSingleSignOn(bankCode);
    if (typeof begun === 'string') throw refusalFor(begun);
    cookies.push(...begun.cookies);
    return { url: begun.url };
  });
  return withCookies(response, cookies);
}

/**
 * Where a provider sends people back to. Nothing is read or made here, since a prefetch or a scanner can ask for it as
 * well: the answer goes on to a page, in the part of the address that no server or referrer sees, and the page hands it in.
 */
export function receiveAnswer(bankCode: string, request: Request): Response {
  const given = new URL(request.url).searchParams;
  const answer = new URLSearchParams();
  for (const name of ['code', 'state', 'iss', 'error']) {
    const value = given.get(name);
    if (value !== null) answer.set(name, value);
  }
  const location = `/sign-in/returning/${encodeURIComponent(bankCode)}#${answer}`;
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
}

/** Takes a provider's answer in and, when it holds, signs the person in: `{ auditor }`. */
export async function takeAnswer(context: RequestContext, bankCode: string, request: Request): Promise<Response> {
  const cookies: string[] = [];
  const response = await answerUpload(async () => {
    const { outcome, cookies: ended } = await endSingleSignOn(bankCode, {
      answer: await bodyOf(request),
      cookieHeader: request.headers.get('cookie'),
      standingToken: context.cookies.member,
      now: context.outside.clock.now(),
    });
    cookies.push(...ended);
    if (typeof outcome === 'string') throw refusalFor(outcome);
    context.setCookie('member', outcome.token, outcome.expires);
    return { auditor: outcome.auditor };
  });
  return withCookies(response, cookies);
}

function refusalFor(failure: Failure): Refusal {
  log.info({ failure }, 'single sign-on refused');
  return new Refusal(failure === 'unavailable' ? 'sso-unavailable' : 'sso-failed', {});
}

async function bodyOf(request: Request): Promise<Record<string, unknown>> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES) throw new Refusal('sso-failed', {});
  const body: unknown = await request.json().catch(() => null);
  return typeof body === 'object' && body !== null ? { ...body } : {};
}

function withCookies(response: Response, cookies: readonly string[]): Response {
  for (const cookie of cookies) response.headers.append('set-cookie', cookie);
  return response;
}
