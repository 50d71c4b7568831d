import { type NextRequest, NextResponse } from 'next/server';
import { isForeign, isOwnHost, pinnedFrom } from '@/domain/request-origin';

/**
 * Security headers and origin pinning for every page and procedure. Nobody is let in or kept out here: the scope is
 * minted where the data is read.
 */

/** Sonner writes its own style element without a nonce; this is its text's hash (proxy.test.ts keeps it true). */
export const TOAST_STYLE_HASH = 'sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY=';
/** The same element is inserted before its text is. */
const EMPTY_STYLE_HASH = 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';
/** Tells the pages which path was asked for; whatever a caller sends under this name is replaced. */
const PATH_HEADER = 'x-tenken-path';
/** `development` is the framework's watch mode, which needs eval and writes styles itself. */
export function contentSecurityPolicy(nonce: string, secure: boolean, development: boolean): string {
  const style = development
    ? "'self' 'unsafe-inline'"
    : `'self' 'nonce-${nonce}' '${TOAST_STYLE_HASH}' '${EMPTY_STYLE_HASH}'`;
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src ${style}`,
    // Attributes only: widths of tables and the place of menus. They can carry no script.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

export function securityHeaders(policy: string, secure: boolean): Record<string, string> {
  return {
    'Content-Security-Policy': policy,
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
    ...(secure ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' } : {}),
  };
}

function refuse(status: number, sentence: string, headers: Record<string, string>): NextResponse {
  return new NextResponse(`${sentence}\n`, {
    status,
    headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' },
  });
}

/** What was asked for, as it stands in the address: signing in leads back there. */
export function pathOf(url: Pick<URL, 'pathname' | 'search'>): string {
  const search = new URLSearchParams(url.search);
  if (!search.has('_rsc')) return url.pathname + url.search;
  search.delete('_rsc');
  return url.pathname + (search.size > 0 ? `?${search}` : '');
}

export function proxy(request: NextRequest): NextResponse {
  const pinned = pinnedFrom(process.env);
  const secure = pinned.url?.protocol === 'https:';
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const policy = contentSecurityPolicy(nonce, secure, process.env.NODE_ENV === 'development');
  const headers = securityHeaders(policy, secure);
  if (!isOwnHost(request.headers.get('host') ?? '', pinned)) {
    return refuse(421, 'This server does not answer under that host name.', headers);
  }
  if (isForeign(request.method, request.headers, pinned)) {
    return refuse(403, 'This request came from another site and was refused.', headers);
  }
  const passed = new Headers(request.headers);
  passed.delete('x-forwarded-host');
  passed.set('x-nonce', nonce);
  passed.set(PATH_HEADER, pathOf(request.nextUrl));
  passed.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers: passed } });
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

/**
 * Large uploads stand outside: whatever passes here is read into memory whole before its route begins. `spoolUpload` asks
 * for their origin itself, next.config.mjs sets their headers.
 */
export const config = {
  matcher: ['/((?!_next/static/|_next/image|icon\\.svg|api/assessments/[^/]+/evidence$).*)'],
};
