import { randomBytes } from 'node:crypto';
import type { TransactionSql } from 'postgres';
import { newId } from '@/db/new-id';
import { encodeEvent, hashEvent, payloadDigest } from '@/domain/audit-chain';
import type { EventKind } from '@/domain/event-kinds';

/**
 * Appends an event of the host to a tenant's chain, in the host's transaction. `payload` is JSON text, kept as it is
 * given. Returns the event's number.
 */
export async function appendHostEvent(
  sql: TransactionSql,
  tenantId: string,
  event: { kind: EventKind; payload: string; now: Date },
): Promise<number> {
  const { kind, payload, now } = event;
  const [head] = await sql<{ seq: number; hash: string }[]>`
    select seq::float8 as seq, hash from tenant.audit_head where tenant_id = ${tenantId} for update`;
  if (!head) throw new Error('the tenant has no audit chain');
  const seq = head.seq + 1;
  const salt = randomBytes(16).toString('hex');
  const bytes = encodeEvent({
    tenantId,
    seq,
    previousHash: head.hash,
    at: now,
    actorId: 'host',
    kind,
    objects: [],
    payloadDigest: payloadDigest(salt, payload),
  });
  const hash = hashEvent(bytes);
  const id = newId();
  await sql`insert into tenant.audit_event (tenant_id, id, seq, previous_hash, hash, bytes, at, actor_id, kind)
    values (${tenantId}, ${id}, ${seq}, ${head.hash}, ${hash}, ${bytes}, ${now.toISOString()}, 'host', ${kind})`;
  await sql`insert into tenant.audit_payload (tenant_id, id, seq, salt, payload)
    values (${tenantId}, ${id}, ${seq}, ${salt}, ${payload})`;
  await sql`update tenant.audit_head set seq = ${seq}, hash = ${hash} where tenant_id = ${tenantId}`;
  return seq;
}
