import { cookies } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { MESSAGES } from './all';
import { LOCALE_COOKIE, localeFrom } from './locale';

/** next-intl without language in the address: the cookie decides, the zone is the bank's. */
export default getRequestConfig(async () => {
  const locale = localeFrom((await cookies()).get(LOCALE_COOKIE)?.value);
  return { locale, messages: MESSAGES[locale], timeZone: 'Asia/Tokyo' };
});
