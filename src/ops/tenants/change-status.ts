import { canonicalJson } from '@/domain/canonical-json';
import { appendHostEvent } from '../audit/append-host-event';
import { asHost, tenantBySlug } from '../audit/host';
import { PlainFailure } from '../plain-failure';

/**
 * Suspends a bank or resumes it, on record in the bank's own chain. Suspended, every request of its members and vendors
 * is refused from now on and the worker lets its jobs go; the rows wait. False when it was so already.
 */
export async function changeTenantStatus(
  ownerUrl: string,
  slug: string,
  order: { status: 'active' | 'suspended'; reason: string; now: Date },
): Promise<boolean> {
  const tenantId = await tenantBySlug(ownerUrl, slug);
  if (tenantId === null) throw new PlainFailure(`${slug}: このテナントはありません / no such tenant`);
  const { status, reason, now } = order;
  return asHost(ownerUrl, tenantId, async (sql) => {
    const changed =
      await sql`update platform.tenant set status = ${status} where id = ${tenantId} and status <> ${status}`;
    if (changed.count === 0) return false;
    const kind = status === 'suspended' ? 'tenant.suspended' : 'tenant.resumed';
    await appendHostEvent(sql, tenantId, { kind, payload: canonicalJson({ reason }), now });
    return true;
  });
}

/** Every bank and whether it is served. */
export async function listTenants(ownerUrl: string): Promise<{ slug: string; status: string; createdAt: Date }[]> {
  return asHost(
    ownerUrl,
    null,
    (sql) =>
      sql<{ slug: string; status: string; createdAt: Date }[]>`
      select slug, status, created_at as "createdAt" from platform.tenant order by slug`,
  );
}
