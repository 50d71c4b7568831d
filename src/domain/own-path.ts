const ELSEWHERE = 'https://own.invalid';
const LONGEST = 500;

/**
 * Where to go on to after signing in: the text itself when it is a path of this site with at most a query, null for
 * anything else. Who writes a link chooses this text, so it must not lead to another site, to a file or back to signing in.
 */
export function ownPath(text: unknown): string | null {
  if (typeof text !== 'string' || text.length > LONGEST) return null;
  // Two slashes, or a slash and a backslash, begin another site's name.
  if (!/^\/(?![/\\])/.test(text) || !URL.canParse(text, ELSEWHERE)) return null;
  const { origin, pathname, search } = new URL(text, ELSEWHERE);
  if (origin !== ELSEWHERE || pathname + search !== text) return null;
  return /^\/(?:$|api(?:\/|$)|sign-in(?:\/|$))/.test(pathname) ? null : text;
}

/** The sign-in page, told where to go on to. */
export function signInPathFrom(signInPath: string, path: string | null): string {
  const next = ownPath(path);
  const url = new URL(signInPath, ELSEWHERE);
  if (next === null || url.pathname !== '/sign-in') return signInPath;
  url.searchParams.set('next', next);
  return url.pathname + url.search;
}
