import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { env } from '@/env';

type Purpose = 'link' | 'code' | 'code-hash' | 'next-auth';

const keys = new Map<Purpose, Buffer>();

/** A key of its own for each purpose, derived from TENKEN_SECRET (HKDF, RFC 5869). */
function keyFor(purpose: Purpose): Buffer {
  const known = keys.get(purpose);
  if (known) return known;
  const key = Buffer.from(hkdfSync('sha256', env().TENKEN_SECRET, 'tenken', purpose, 32));
  keys.set(purpose, key);
  return key;
}

/** SHA-256, hex: how tokens and browser cookies are kept at rest. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** 256 random bits, base64url: session tokens and browser cookies. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * An invitation's link token: 256 bits, derived from the invitation's id, so that a reminder can carry the link again
 * while only its hash is at rest.
 */
export function linkToken(invitationId: string): string {
  return createHmac('sha256', keyFor('link')).update(invitationId).digest('base64url');
}

export function linkHash(invitationId: string): string {
  return tokenHash(linkToken(invitationId));
}

/** The six digits of a one-time code, derived from its row's id; the worker mails them, nothing stores them. */
export function oneTimeDigits(codeId: string): string {
  const digest = createHmac('sha256', keyFor('code')).update(codeId).digest();
  return String(digest.readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
}

export function oneTimeCodeHash(codeId: string, digits: string): string {
  return createHmac('sha256', keyFor('code-hash')).update(`${codeId}:${digits}`).digest('hex');
}

export function sameHash(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

export function nextAuthSecret(): string {
  return keyFor('next-auth').toString('hex');
}
