import { ERASURE_KIND } from '@/domain/audit-chain';
import { canonicalJson } from '@/domain/canonical-json';
import { PlainFailure } from '../plain-failure';
import { appendHostEvent } from './append-host-event';
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
    const [erased] = await sql<{ id: string }[]>`
      update tenant.audit_payload set salt = null, payload = null
      where tenant_id = ${tenantId} and seq = ${order.seq} and payload is not null returning id`;
    if (!erased) throw new PlainFailure(`no payload to erase at number ${order.seq}`);
    // The number leads, as verification reads it.
    const payload = `{"erasedSeq":${order.seq},${canonicalJson({ reason: order.reason }).slice(1)}`;
    return { erasedBy: await appendHostEvent(sql, tenantId, { kind: ERASURE_KIND, payload, now: order.now }) };
  });
}
