import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { config, contentSecurityPolicy, pathOf, securityHeaders, TOAST_STYLE_HASH } from './proxy';

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

describe('what the proxy stands before', () => {
  const stands = (path: string) => new RegExp(`^${config.matcher[0]}$`).test(path);

  it('is every page, procedure and file route but the large uploads, which ask themselves', () => {
    for (const path of ['/', '/respond', '/api/trpc/x', '/api/assessments/a/form', '/api/assessments/a/evidence/b']) {
      expect(stands(path), path).toBe(true);
    }
    for (const path of ['/api/assessments/0197-a/evidence', '/_next/static/a.js', '/icon.svg']) {
      expect(stands(path), path).toBe(false);
    }
  });
});
