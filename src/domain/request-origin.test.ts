import { describe, expect, it } from 'vitest';
import { isForeign, isOwnHost, pinnedFrom } from './request-origin';

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
