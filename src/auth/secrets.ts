import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { env } from '@/env';

type Purpose = 'link' | 'code' | 'code-hash' | 'next-auth' | 'provider-secret' | 'provider-flow' | 'drafts' | 'form';

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

/** The key (256 bits, base64) under which one person's unsaved texts lie in their browser; the same after every sign-in. */
export function draftsKey(person: string): string {
  return createHmac('sha256', keyFor('drafts')).update(person).digest('base64');
}

/** What tells a form of ours, as it left, from any other: over the versions that it is filled in over. Hex. */
export function formSeal(text: string): string {
  return createHmac('sha256', keyFor('form')).update(text).digest('hex');
}

const SEAL = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Seals what a bank's provider knows us by, for that bank alone: nonce, tag and text, base64url. */
export function sealProviderSecret(tenantId: string, secret: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(SEAL, keyFor('provider-secret'), nonce).setAAD(Buffer.from(tenantId));
  const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url');
}

/** Throws for what was sealed for another bank, under another server's secret, or changed since. */
export function openProviderSecret(tenantId: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv(SEAL, keyFor('provider-secret'), bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(tenantId)).setAuthTag(tag);
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
}

/** Locks the cookies of one sign-in to one configuration of one bank's provider. */
export function providerFlowSecret(configuration: readonly string[]): string {
  return createHmac('sha256', keyFor('provider-flow')).update(JSON.stringify(configuration)).digest('hex');
}
