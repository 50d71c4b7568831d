import { and, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { campaign as campaigns, pinnedItem } from '@/db/schema/campaign';
import { type ChecklistItem, isAsked } from '@/domain/checklist';
import { Refusal } from '@/domain/refusal';
import { type AssessmentRow, type CampaignRow, requireAssessment } from '../campaigns/require-campaign';

/** `not-found` unless the assessment belongs to the campaign. */
export function requireAssessmentOf(campaign: CampaignRow, assessment: AssessmentRow): void {
  if (assessment.campaignId !== campaign.id) throw new Refusal('not-found', {});
}

/**
 * Where the bank answers: a campaign, or one assessment of it, and pinned items. `not-found` for what isn't there,
 * then `not-allowed-in-state` once closed, then `item-not-answered-here` for items of the vendor alone or not asked of
 * the assessment's service. The bank's own writers of one campaign stand in line; the lock is weak enough to let
 * vendors save meanwhile. Gives the items.
 */
export async function requireBankPlace(
  tx: Transaction,
  place: { campaignId: string; assessmentId: string | null; itemIds: readonly string[] },
): Promise<{ id: string; content: ChecklistItem }[]> {
  const [campaign] = await tx.select().from(campaigns).where(eq(campaigns.id, place.campaignId)).for('no key update');
  if (!campaign) throw new Refusal('not-found', {});
  const assessment = place.assessmentId === null ? null : await requireAssessment(tx, place.assessmentId);
  if (assessment) requireAssessmentOf(campaign, assessment);
  const wanted = new Set(place.itemIds);
  const items = await tx
    .select({
      id: pinnedItem.id,
      answeredBy: pinnedItem.answeredBy,
      onlyForApiKinds: pinnedItem.onlyForApiKinds,
      content: pinnedItem.content,
    })
    .from(pinnedItem)
    .where(and(eq(pinnedItem.campaignId, campaign.id), inArray(pinnedItem.id, [...wanted])));
  if (items.length !== wanted.size) throw new Refusal('not-found', {});
  if (campaign.state === 'closed') throw new Refusal('not-allowed-in-state', { state: campaign.state });
  const isOutside = (item: (typeof items)[number]) =>
    item.answeredBy === 'vendor' || (assessment !== null && !isAsked(item, assessment.apiKinds));
  if (items.some(isOutside)) throw new Refusal('item-not-answered-here', {});
  return items;
}
