import { describe, expect, it } from 'vitest';
import {
  ERASURE_KIND,
  encodeEvent,
  GENESIS_HASH,
  hashEvent,
  payloadDigest,
  type StoredEvent,
  verifyChain,
} from './audit-chain';

const TENANT = '018f0000-0000-7000-8000-000000000001';
const SALT = '00112233445566778899aabbccddeeff';

function chain(length: number, from: StoredEvent[] = []): StoredEvent[] {
  const events = [...from];
  while (events.length < length) events.push(next(events, 'answer.saved', `{"n":${events.length + 1}}`));
  return events;
}

function next(events: StoredEvent[], kind: string, payload: string): StoredEvent {
  const seq = events.length + 1;
  const previousHash = events.at(-1)?.hash ?? GENESIS_HASH;
  const at = new Date(Date.UTC(2026, 10, 27, 0, 0, seq));
  const bytes = encodeEvent({
    tenantId: TENANT,
    seq,
    previousHash,
    at,
    actorId: 'member:a',
    kind,
    objects: ['x'],
    payloadDigest: payloadDigest(SALT, payload),
  });
  return { seq, previousHash, hash: hashEvent(bytes), bytes, at, actorId: 'member:a', kind, salt: SALT, payload };
}

const headOf = (events: StoredEvent[]) => ({ seq: events.length, hash: events.at(-1)?.hash ?? GENESIS_HASH });
const edited = (events: StoredEvent[], seq: number, part: Partial<StoredEvent>) =>
  events.map((event) => (event.seq === seq ? { ...event, ...part } : event));

describe('the audit chain', () => {
  const whole = chain(8);
  const head = headOf(whole);
  const verify = (events: StoredEvent[], at = head) => verifyChain(TENANT, events, at);

  it('verifies when nothing was touched, also when empty', () => {
    expect(verify(whole)).toMatchObject({ ok: true, count: 8, erased: [] });
    expect(verifyChain(TENANT, [], { seq: 0, hash: GENESIS_HASH })).toMatchObject({ ok: true, count: 0 });
  });

  it('names the first event that was edited, by bytes, column or payload', () => {
    expect(verify(edited(whole, 3, { bytes: whole[2]?.bytes.replace('answer.saved', 'answer.faked') ?? '' }))).toEqual({
      ok: false,
      firstBadSeq: 3,
      fault: 'bytes-changed',
    });
    expect(verify(edited(whole, 4, { kind: 'answer.faked' }))).toMatchObject({
      firstBadSeq: 4,
      fault: 'column-changed',
    });
    expect(verify(edited(whole, 5, { at: new Date(0) }))).toMatchObject({ firstBadSeq: 5, fault: 'column-changed' });
    expect(verify(edited(whole, 6, { payload: '{"n":7}' }))).toMatchObject({
      firstBadSeq: 6,
      fault: 'payload-changed',
    });
  });

  it('names the place of a deleted, inserted or reordered event', () => {
    expect(verify(whole.filter((event) => event.seq !== 4))).toMatchObject({ firstBadSeq: 4, fault: 'missing' });
    const inserted = [...whole.slice(0, 3), ...whole.slice(2, 3), ...whole.slice(3)];
    expect(verify(inserted)).toMatchObject({ firstBadSeq: 4, fault: 'missing' });
    const [, second, third] = whole;
    if (!second || !third) throw new Error('the chain is too short');
    const swapped = [...whole.slice(0, 1), { ...third, seq: 2 }, { ...second, seq: 3 }, ...whole.slice(3)];
    expect(verify(swapped)).toMatchObject({ ok: false, firstBadSeq: 2 });
  });

  it('finds truncation and a chain made anew from the middle by the head', () => {
    expect(verify(whole.slice(0, 6))).toMatchObject({ firstBadSeq: 7, fault: 'truncated' });
    const forged = chain(8, [...whole.slice(0, 4), next(whole.slice(0, 4), 'answer.faked', '{}')]);
    expect(verify(forged)).toMatchObject({ ok: false, fault: 'head-changed' });
    expect(verify(whole, { seq: 7, hash: whole[6]?.hash ?? '' })).toMatchObject({ ok: false, fault: 'head-changed' });
  });

  it('refuses another tenant’s chain', () => {
    expect(verifyChain('018f0000-0000-7000-8000-000000000002', whole, head)).toMatchObject({ fault: 'wrong-tenant' });
  });

  it('tells a payload erased by a recorded event from a missing one', () => {
    const recorded = [...whole, next(whole, ERASURE_KIND, '{"erasedSeq":3}')];
    const erased = edited(recorded, 3, { payload: null, salt: null });
    expect(verify(erased, headOf(recorded))).toMatchObject({ ok: true, erased: [{ seq: 3, byEvent: 9 }] });
    expect(verify(edited(whole, 3, { payload: null, salt: null }))).toMatchObject({
      firstBadSeq: 3,
      fault: 'payload-missing',
    });
  });
});
