import { eq } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { assessment, campaign } from '@/db/schema/campaign';
import { Refusal } from '@/domain/refusal';

export type CampaignRow = typeof campaign.$inferSelect;
export type AssessmentRow = typeof assessment.$inferSelect;

/**
 * The campaign, as far as this scope sees it; `not-found` else. `lock` holds it until the transaction ends: against
 * whoever locks or changes it too, not against rows that point to it, so that nobody's save waits or deadlocks.
 */
export async function requireCampaign(tx: Transaction, id: string, lock = false): Promise<CampaignRow> {
  const found = tx.select().from(campaign).where(eq(campaign.id, id));
  const [row] = lock ? await found.for('no key update') : await found;
  if (!row) throw new Refusal('not-found', {});
  return row;
}

/** The assessment, as far as this scope sees it; `not-found` else. `lock` as for a campaign. */
export async function requireAssessment(tx: Transaction, id: string, lock = false): Promise<AssessmentRow> {
  const found = tx.select().from(assessment).where(eq(assessment.id, id));
  const [row] = lock ? await found.for('no key update') : await found;
  if (!row) throw new Refusal('not-found', {});
  return row;
}
