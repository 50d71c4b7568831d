import { eq } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { campaign } from '@/db/schema/campaign';
import { Refusal } from '@/domain/refusal';

/** A campaign that the auditor was named for; row-level security hides every other. Throws `not-found`. */
export async function requireNamedCampaign(tx: Transaction, campaignId: string): Promise<typeof campaign.$inferSelect> {
  const [row] = await tx.select().from(campaign).where(eq(campaign.id, campaignId));
  if (!row) throw new Refusal('not-found', {});
  return row;
}
