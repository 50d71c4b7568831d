import type { RequestContext } from '@/trpc/context';
import { sendToProvider, takeAnswer } from '@/trpc/single-sign-on-routes';
import type { Outside } from '@/usecases/command';
import { walkTo } from './open-id-server.fixture';

const CALLBACK = 'http://localhost:3000/api/auth/callback/';

/** One person's browser before our own routes, with its cookies. */
export interface Visitor {
  jar: Map<string, string>;
  /** The member session's token, once somebody is signed in. */
  token(): string | null;
  /** Goes to the provider and comes back with its answer; null when we sent nobody there. */
  fetchAnswer(bankCode: string): Promise<Record<string, string> | null>;
  /** Hands an answer in; the refusal's code, or 'in'. */
  handIn(bankCode: string, answer: Record<string, string>): Promise<string>;
  signIn(bankCode: string): Promise<string>;
}

export function visitor(outside: Outside): Visitor {
  const jar = new Map<string, string>();
  const keep = (response: Response) => {
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      const name = pair.slice(0, pair.indexOf('='));
      if (/max-age=0/i.test(set)) jar.delete(name);
      else jar.set(name, decodeURIComponent(pair.slice(name.length + 1)));
    }
  };
  const refusalIn = async (response: Response) =>
    ((await response.json()) as { refusal?: { code: string } }).refusal?.code ?? 'in';
  let signedIn: string | null = null;
  const context: RequestContext = {
    outside,
    locale: 'ja',
    cookies: { member: null, respondent: null, browser: null },
    setCookie(_name, token) {
      signedIn = token;
      context.cookies.member = token;
    },
  };
  const self: Visitor = {
    jar,
    token: () => signedIn,
    async fetchAnswer(bankCode) {
      const response = await sendToProvider(bankCode);
      if (!response.ok) return null;
      keep(response);
      const { url } = (await response.json()) as { url: string };
      return Object.fromEntries((await walkTo(url, CALLBACK)).searchParams);
    },
    async handIn(bankCode, answer) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const request = new Request(CALLBACK + bankCode, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json' },
        body: JSON.stringify(answer),
      });
      const response = await takeAnswer(context, bankCode, request);
      keep(response);
      return refusalIn(response);
    },
    async signIn(bankCode) {
      const answer = await self.fetchAnswer(bankCode);
      return answer === null ? refusalIn(await sendToProvider(bankCode)) : self.handIn(bankCode, answer);
    },
  };
  return self;
}
