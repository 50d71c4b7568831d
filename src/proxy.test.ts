import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  contentSecurityPolicy,
  isForeign,
  isOwnHost,
  pathOf,
  pinnedFrom,
  securityHeaders,
  TOAST_STYLE_HASH,
} from './proxy';

const bank = pinnedFrom({ TENKEN_URL: 'https://tenken.example' });
const embedded = pinnedFrom({ TENKEN_URL: 'http://127.0.0.1:3000', TENKEN_EMBEDDED: '1' });

describe('the host', () => {
  it('must be the configured one', () => {
    expect(isOwnHost('tenken.example', bank)).toBe(true);
    for (const host of ['evil.example', 'tenken.example.evil.example', 'tenken.example:8443', 'localhost', '']) {
      expect(isOwnHost(host, bank), host).toBe(false);
    }
  });

  it('may be any loopback name of the same port in the embedded mode only', () => {
    expect(isOwnHost('localhost:3000', embedded)).toBe(true);
    expect(isOwnHost('[::1]:3000', embedded)).toBe(true);
    expect(isOwnHost('localhost:3001', embedded)).toBe(false);
    expect(isOwnHost('evil.example:3000', embedded)).toBe(false);
    expect(isOwnHost('localhost:3000', { ...embedded, embedded: false })).toBe(false);
  });
});

describe('a changing request', () => {
  const from = (headers: Record<string, string>, method = 'POST') =>
    isForeign(method, new Headers({ host: 'tenken.example', ...headers }), bank);

  it('passes from our own pages, and from a program without a browser', () => {
    expect(from({ origin: 'https://tenken.example', 'sec-fetch-site': 'same-origin' })).toBe(false);
    expect(from({ origin: 'null', 'sec-fetch-site': 'same-origin' })).toBe(false);
    expect(from({})).toBe(false);
  });

  it('is refused from elsewhere', () => {
    expect(from({ origin: 'null' })).toBe(true);
    expect(from({ origin: 'null', 'sec-fetch-site': 'cross-site' })).toBe(true);
    expect(from({ origin: 'https://evil.example' })).toBe(true);
    expect(from({ origin: 'http://tenken.example' })).toBe(true);
    expect(from({ origin: 'nonsense' })).toBe(true);
    expect(from({ 'sec-fetch-site': 'same-site' })).toBe(true);
    expect(from({ origin: 'https://evil.example' }, 'DELETE')).toBe(true);
  });

  it('is not what reading is', () => {
    expect(from({ origin: 'https://evil.example' }, 'GET')).toBe(false);
  });
});

describe('the headers', () => {
  it('let only nonced scripts and styles run', () => {
    const policy = contentSecurityPolicy('abc', true, false);
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
    expect(policy).not.toContain('unsafe-eval');
    expect(policy.replace("style-src-attr 'unsafe-inline'", '')).not.toContain('unsafe-inline');
    for (const closed of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"]) {
      expect(policy).toContain(closed);
    }
  });

  it('forbid storing and referring, and ask for https only where it is served', () => {
    expect(securityHeaders('p', false)).toMatchObject({
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    });
    expect(securityHeaders('p', false)).not.toHaveProperty('Strict-Transport-Security');
    expect(securityHeaders('p', true)).toHaveProperty('Strict-Transport-Security');
  });

  it("name the hash of the toast library's own style", () => {
    const file = path.resolve(import.meta.dirname, '../node_modules/sonner/dist/index.mjs');
    const css = /^__insertCSS\(("(?:[^"\\]|\\.)*")\);?$/m.exec(readFileSync(file, 'utf8'))?.[1];
    const hash = createHash('sha256')
      .update(JSON.parse(css ?? '""'))
      .digest('base64');
    expect(`sha256-${hash}`).toBe(TOAST_STYLE_HASH);
  });
});

describe('the path told to the pages', () => {
  it('is what stands in the address, without the framework’s own parameter', () => {
    const of = (address: string) => pathOf(new URL(address, 'https://tenken.example'));
    expect(of('/gaps?state=overdue&q=%E9%8A%80')).toBe('/gaps?state=overdue&q=%E9%8A%80');
    expect(of('/gaps?_rsc=1abc')).toBe('/gaps');
    expect(of('/gaps?page=2&_rsc=1abc')).toBe('/gaps?page=2');
  });
});
