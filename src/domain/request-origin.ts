/** Whose request it is, by its head: for our host, and from a page of ours where it changes something. */

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

export interface Pinned {
  /** TENKEN_URL, or null when it isn't set: then each request's own Host is its origin. */
  url: URL | null;
  /** The embedded mode answers under every loopback name of the same port. */
  embedded: boolean;
}

export function pinnedFrom(env: Record<string, string | undefined>): Pinned {
  return { url: env.TENKEN_URL ? new URL(env.TENKEN_URL) : null, embedded: env.TENKEN_EMBEDDED === '1' };
}

/** Whether a Host header names this server. */
export function isOwnHost(host: string, pinned: Pinned): boolean {
  if (pinned.url === null || host === pinned.url.host) return true;
  if (!pinned.embedded || !LOOPBACK.includes(pinned.url.hostname)) return false;
  return LOOPBACK.some((name) => host === (pinned.url?.port ? `${name}:${pinned.url.port}` : name));
}

/**
 * Whether a changing request comes from another site. A browser sends `Origin: null` for a form of our own pages, since
 * they send no referrer; only its own word that the request is same-origin makes that pass.
 */
export function isForeign(method: string, headers: Headers, pinned: Pinned): boolean {
  if (READING.has(method)) return false;
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return true;
  const origin = headers.get('origin');
  if (origin === null) return false;
  if (origin === 'null') return site !== 'same-origin';
  if (!URL.canParse(origin)) return true;
  const { host, protocol } = new URL(origin);
  if (pinned.url !== null && protocol !== pinned.url.protocol) return true;
  return host !== headers.get('host') || !isOwnHost(host, pinned);
}
