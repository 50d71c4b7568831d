import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { assessment } from '@/db/schema/campaign';
import { gapRows, UNSETTLED } from './gap-rows';

/** States in which nobody judges or answers any more. */
const OVER = sql`('approved', 'withdrawn', 'declined', 'closed_unanswered')`;

/**
 * Once a campaign is closed: notes which assessments of closed campaigns have no open gap left, so that lists of gaps
 * look at no more years than have one. Only answers of closed campaigns count here: nobody takes those back.
 */
export async function settleGaps(tx: Transaction): Promise<void> {
  const closed = sql`a.campaign_id in (select c.id from tenant.campaign c where c.state = 'closed')`;
  const may = sql`${UNSETTLED} and a.state in ${OVER} and ${closed}`;
  await tx.execute(sql`
    update tenant.assessment a set gaps_settled = true where ${may} and a.id not in (
      select assessment_id from (${gapRows(may, sql`later.state = 'closed'`)}) gap where open)`);
}

/** Once a campaign is open again: whatever any year said to its services counts anew. */
export async function reckonGapsAnew(tx: Transaction, campaignId: string): Promise<void> {
  const services = tx
    .select({ id: assessment.serviceId })
    .from(assessment)
    .where(eq(assessment.campaignId, campaignId));
  await tx
    .update(assessment)
    .set({ gapsSettled: false })
    .where(and(eq(assessment.gapsSettled, true), inArray(assessment.serviceId, services)));
}
