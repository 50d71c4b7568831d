import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '@/db/client';

/**
 * The invitations among `of` (a condition on `i`) whose address takes no mail. The register decides while it holds the
 * address; for one that it no longer holds, or never held, what became of the last mail does.
 */
export async function deadInvitations(tx: Transaction, of: SQL): Promise<Set<string>> {
  const rows = await tx.execute<{ id: string }>(sql`
    select i.id from tenant.invitation i
    left join tenant.vendor_contact c on c.id = i.contact_id and c.address = i.address
    left join lateral (
      select m.state, m.failure from tenant.mail m
      where c.id is null and m.campaign_id = i.campaign_id and m.invitation_id = i.id and m.state in ('sent', 'failed')
      order by m.claimed_at desc, m.id desc limit 1) last on true
    where ${of} and (c.bounced_at is not null or last.state = 'failed' and last.failure like '5%')`);
  return new Set(rows.map((row) => row.id));
}
