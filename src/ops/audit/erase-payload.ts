import { randomBytes } from 'node:crypto';
import { newId } from '@/db/new-id';
import { ERASURE_KIND, encodeEvent, hashEvent, payloadDigest } from '@/domain/audit-chain';
import { canonicalJson } from '@/domain/canonical-json';
import { PlainFailure } from '../plain-failure';
import { asHost } from './host';

/**
 * Erases what one event said, and records that in the same transaction: verification then tells it from a missing
 * payload. `reason` stays on record. Throws PlainFailure for a number that isn't there or was erased before.
 */
export async function erasePayload(
  ownerUrl: string,
  tenantId: string,
  order: { seq: number; reason: string; now: Date },
): Promise<{ erasedBy: number }> {
  return asHost(ownerUrl, tenantId, async (sql) => {
    const [head] = await sql<{ seq: number; hash: string }[]>`
      select seq::float8 as seq, hash from tenant.audit_head where tenant_id = ${tenantId} for update`;
    const [erased] = await sql<{ id: string }[]>`
      update tenant.audit_payload set salt = null, payload = null
      where tenant_id = ${tenantId} and seq = ${order.seq} and payload is not null returning id`;
    if (!head || !erased) throw new PlainFailure(`no payload to erase at number ${order.seq}`);
    const seq = head.seq + 1;
    const salt = randomBytes(16).toString('hex');
    // The number leads, as verification reads it.
    const payload = `{"erasedSeq":${order.seq},${canonicalJson({ reason: order.reason }).slice(1)}`;
    const bytes = encodeEvent({
      tenantId,
      seq,
      previousHash: head.hash,
      at: order.now,
      actorId: 'host',
      kind: ERASURE_KIND,
      objects: [],
      payloadDigest: payloadDigest(salt, payload),
    });
    const hash = hashEvent(bytes);
    const id = newId();
    await sql`insert into tenant.audit_event (tenant_id, id, seq, previous_hash, hash, bytes, at, actor_id, kind)
      values (${tenantId}, ${id}, ${seq}, ${head.hash}, ${hash}, ${bytes}, ${order.now.toISOString()}, 'host', ${ERASURE_KIND})`;
    await sql`insert into tenant.audit_payload (tenant_id, id, seq, salt, payload)
      values (${tenantId}, ${id}, ${seq}, ${salt}, ${payload})`;
    await sql`update tenant.audit_head set seq = ${seq}, hash = ${hash} where tenant_id = ${tenantId}`;
    return { erasedBy: seq };
  });
}
