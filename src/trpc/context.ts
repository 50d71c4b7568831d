import type { CookieName } from '@/auth/cookies';
import type { Outside } from '@/usecases/command';

/** What a request brings, before anybody is known. Made from Next's request by `next-context`, by hand in tests. */
export interface RequestContext {
  outside: Outside;
  locale: 'ja' | 'en';
  cookies: Record<CookieName, string | null>;
  setCookie(name: CookieName, token: string, expires: Date | null): void;
}
