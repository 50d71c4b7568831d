import { sql } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { Refusal } from '@/domain/refusal';

/** Names of the campaigns under way in which the vendor (or only the named service) still has something open. */
async function campaignsUnderWay(tx: Transaction, vendorId: string, serviceId: string | null): Promise<string[]> {
  const only = serviceId === null ? sql`true` : sql`s.id = ${serviceId}`;
  const rows = await tx.execute<{ name: string }>(sql`
    select k.name from tenant.campaign k
    where k.state in ('launching', 'running', 'paused') and exists (
      select 1 from tenant.campaign_target g
      join tenant.service s on s.id = g.service_id
      left join tenant.assessment a on a.campaign_id = g.campaign_id and a.service_id = g.service_id
      where g.campaign_id = k.id and s.vendor_id = ${vendorId} and ${only}
        and (a.id is null or a.state not in ('approved', 'withdrawn', 'declined', 'closed_unanswered')))
    order by k.created_at`);
  return rows.map((row) => row.name);
}

/** Refuses while a campaign under way still asks the vendor: what is asked must not vanish from the lists. */
export async function requireNothingOpen(
  tx: Transaction,
  place: { vendorId: string; serviceId?: string },
): Promise<void> {
  const campaigns = await campaignsUnderWay(tx, place.vendorId, place.serviceId ?? null);
  if (campaigns.length > 0) throw new Refusal('vendor-in-campaign', { campaigns: campaigns.join('、') });
}

/** Whether a campaign under way still writes to the vendor's primary contact. */
export async function hasOpenAssessment(tx: Transaction, vendorId: string): Promise<boolean> {
  return (await campaignsUnderWay(tx, vendorId, null)).length > 0;
}
