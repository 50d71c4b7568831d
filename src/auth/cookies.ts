/** Cookie names; the `__Host-` prefix pins each to this host, the whole path and a secure transport (RFC 6265bis). */
export const COOKIES = {
  member: '__Host-tenken-member',
  respondent: '__Host-tenken-respondent',
  browser: '__Host-tenken-browser',
} as const;

export type CookieName = keyof typeof COOKIES;

/** What a Cookie header brings, by name, undecoded. */
export function cookieJar(header: string | null): Map<string, string> {
  return new Map(
    (header ?? '').split(';').map((part): [string, string] => {
      const at = part.indexOf('=');
      return [part.slice(0, at).trim(), part.slice(at + 1).trim()];
    }),
  );
}

/** The tokens in a Cookie header; null where one is missing. */
export function readCookies(header: string | null): Record<CookieName, string | null> {
  const jar = cookieJar(header);
  const read = (name: CookieName) => {
    const value = jar.get(COOKIES[name]);
    return value !== undefined && /^[A-Za-z0-9_-]{43}$/.test(value) ? value : null;
  };
  return { member: read('member'), respondent: read('respondent'), browser: read('browser') };
}

/** A Set-Cookie value. `expires` null ends the cookie. */
export function setCookie(name: CookieName, token: string, expires: Date | null): string {
  const until = expires ?? new Date(0);
  return `${COOKIES[name]}=${expires ? token : ''}; Path=/; Secure; HttpOnly; SameSite=Lax; Expires=${until.toUTCString()}`;
}
