import { createHash } from 'node:crypto';

/** The chain begins here: 32 zero bytes, hex. */
export const GENESIS_HASH = '0'.repeat(64);
const VERSION = 1;
/** Kind of the event that records the erasing of an earlier payload. */
export const ERASURE_KIND = 'audit.payload_erased';

export interface ChainedEvent {
  tenantId: string;
  seq: number;
  previousHash: string;
  at: Date;
  actorId: string;
  kind: string;
  objects: readonly string[];
  payloadDigest: string;
}

/**
 * The bytes that are hashed, as text: a JSON array in this order — version, tenant, number, previous hash, time
 * (ISO 8601, UTC, milliseconds), actor id, kind, object ids, payload digest. Stored exactly so.
 */
export function encodeEvent(event: ChainedEvent): string {
  return JSON.stringify([
    VERSION,
    event.tenantId,
    event.seq,
    event.previousHash,
    event.at.toISOString(),
    event.actorId,
    event.kind,
    event.objects,
    event.payloadDigest,
  ]);
}

export function hashEvent(bytes: string): string {
  return createHash('sha256').update(bytes, 'utf8').digest('hex');
}

/** SHA-256 (hex) of the salt's bytes followed by the payload's text: an erased payload can't be guessed from it. */
export function payloadDigest(saltHex: string, payload: string): string {
  return createHash('sha256').update(Buffer.from(saltHex, 'hex')).update(payload, 'utf8').digest('hex');
}

export interface StoredEvent {
  seq: number;
  previousHash: string;
  hash: string;
  bytes: string;
  at: Date;
  actorId: string;
  kind: string;
  /** Null once erased. */
  salt: string | null;
  payload: string | null;
}

export type ChainFault =
  | 'missing'
  | 'wrong-link'
  | 'bytes-changed'
  | 'column-changed'
  | 'wrong-tenant'
  | 'payload-changed'
  | 'payload-missing'
  | 'truncated'
  | 'head-changed';

export type ChainReport =
  | { ok: true; count: number; headHash: string; erased: { seq: number; byEvent: number }[] }
  | { ok: false; firstBadSeq: number; fault: ChainFault };

/**
 * Verifies a tenant's whole chain, in order of number, against its head. The first number at which anything was
 * edited, deleted, inserted, reordered or cut off is named; a payload erased by a recorded event is told from a
 * missing one.
 */
export function verifyChain(
  tenantId: string,
  events: readonly StoredEvent[],
  head: { seq: number; hash: string },
): ChainReport {
  const erasedBy = erasures(events);
  const erased: { seq: number; byEvent: number }[] = [];
  let previousHash = GENESIS_HASH;
  for (const [index, event] of events.entries()) {
    const expectedSeq = index + 1;
    const bad = (fault: ChainFault): ChainReport => ({ ok: false, firstBadSeq: expectedSeq, fault });
    if (event.seq !== expectedSeq) return bad('missing');
    if (hashEvent(event.bytes) !== event.hash) return bad('bytes-changed');
    const told = decode(event.bytes);
    if (told === null) return bad('bytes-changed');
    if (told.tenantId !== tenantId) return bad('wrong-tenant');
    if (told.previousHash !== previousHash || event.previousHash !== previousHash) return bad('wrong-link');
    if (
      told.seq !== event.seq ||
      told.kind !== event.kind ||
      told.actorId !== event.actorId ||
      told.at !== event.at.toISOString()
    ) {
      return bad('column-changed');
    }
    if (event.payload === null && event.salt === null) {
      const byEvent = erasedBy.get(event.seq);
      if (byEvent === undefined || byEvent <= event.seq) return bad('payload-missing');
      erased.push({ seq: event.seq, byEvent });
    } else if (payloadDigest(event.salt ?? '', event.payload ?? '') !== told.payloadDigest) {
      return bad('payload-changed');
    }
    previousHash = event.hash;
  }
  if (events.length < head.seq) return { ok: false, firstBadSeq: events.length + 1, fault: 'truncated' };
  if (events.length > head.seq || previousHash !== head.hash) {
    return { ok: false, firstBadSeq: Math.min(head.seq + 1, Math.max(events.length, 1)), fault: 'head-changed' };
  }
  return { ok: true, count: events.length, headHash: previousHash, erased };
}

/** Which event recorded the erasing of which number; a record whose own payload does not verify counts for nothing. */
function erasures(events: readonly StoredEvent[]): Map<number, number> {
  const found = new Map<number, number>();
  for (const event of events) {
    if (event.kind !== ERASURE_KIND || event.payload === null || event.salt === null) continue;
    const told = decode(event.bytes);
    if (told === null || payloadDigest(event.salt, event.payload) !== told.payloadDigest) continue;
    const erasedSeq = /^\{"erasedSeq":(\d{1,15})/.exec(event.payload)?.[1];
    if (erasedSeq !== undefined) found.set(Number(erasedSeq), event.seq);
  }
  return found;
}

function decode(bytes: string) {
  let parts: unknown;
  try {
    parts = JSON.parse(bytes);
  } catch {
    return null;
  }
  if (!Array.isArray(parts) || parts.length !== 9 || parts[0] !== VERSION) return null;
  const [, tenantId, seq, previousHash, at, actorId, kind, , digest] = parts as unknown[];
  return { tenantId, seq, previousHash, at, actorId, kind, payloadDigest: digest };
}
