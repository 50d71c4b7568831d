import 'server-only';
import { cookies, headers } from 'next/headers';
import { readCookies, setCookie } from '@/auth/cookies';
import { memberCookie } from '@/auth/next/member-cookie';
import { LOCALE_COOKIE, localeFrom } from '@/messages/locale';
import type { RequestContext } from './context';
import { webOutside } from './outside';

/** The context of a request inside Next. Cookies can be set only where there are response headers to set them on. */
export async function nextContext(resHeaders: Headers | null): Promise<RequestContext> {
  const header = (await headers()).get('cookie');
  return {
    outside: webOutside(),
    locale: localeFrom((await cookies()).get(LOCALE_COOKIE)?.value),
    cookies: { ...readCookies(header), member: await memberCookie() },
    setCookie(name, token, expires) {
      resHeaders?.append('set-cookie', setCookie(name, token, expires));
    },
  };
}
