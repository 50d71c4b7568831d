import { canonicalJson } from '@/domain/canonical-json';
import { appendHostEvent } from '../audit/append-host-event';
import { asHost, tenantBySlug } from '../audit/host';
import { PlainFailure } from '../plain-failure';

/**
 * Lets a bank's people in by codes again when its own provider, which it requires, is out of order: from required to
 * optional, on record in the bank's own chain. False when codes are no way shut out.
 */
export async function openToCodes(
  ownerUrl: string,
  slug: string,
  order: { reason: string; now: Date },
): Promise<boolean> {
  const tenantId = await tenantBySlug(ownerUrl, slug);
  if (tenantId === null) throw new PlainFailure(`${slug}: このテナントはありません / no such tenant`);
  const { reason, now } = order;
  return asHost(ownerUrl, tenantId, async (sql) => {
    const changed = await sql`update tenant.identity_provider
      set mode = 'optional', version = version + 1, updated_at = ${now.toISOString()}
      where tenant_id = ${tenantId} and mode = 'required'`;
    if (changed.count === 0) return false;
    await appendHostEvent(sql, tenantId, { kind: 'tenant.opened_to_codes', payload: canonicalJson({ reason }), now });
    return true;
  });
}
