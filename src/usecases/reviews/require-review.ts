import { and, desc, eq, inArray, ne } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { pinnedItem } from '@/db/schema/campaign';
import { round, roundItem } from '@/db/schema/review';
import { Refusal } from '@/domain/refusal';
import { type ReviewAction, statesAllow } from '@/domain/review-actions';
import {
  type AssessmentRow,
  type CampaignRow,
  requireAssessment,
  requireCampaign,
} from '../campaigns/require-campaign';

export type RoundRow = typeof round.$inferSelect;

/** An assessment's rounds that were not taken back, the newest first. */
export async function roundsOf(tx: Transaction, assessmentId: string): Promise<RoundRow[]> {
  return tx
    .select()
    .from(round)
    .where(and(eq(round.assessmentId, assessmentId), ne(round.state, 'taken_back')))
    .orderBy(desc(round.number), desc(round.submittedAt));
}

/**
 * The assessment, locked until the transaction ends, so that of two people who act at once the second sees what the
 * first did; and its newest round. Refuses `not-found`, then `not-allowed-in-state` unless the states let the action
 * happen, then `stale-record` when `roundId` names a round that is no longer the newest.
 */
export async function requireReview(
  tx: Transaction,
  action: ReviewAction,
  wanted: { assessmentId: string; roundId?: string; itemIds?: readonly string[] },
): Promise<{ assessment: AssessmentRow; campaign: CampaignRow; newest: RoundRow | null }> {
  const assessment = await requireAssessment(tx, wanted.assessmentId, true);
  const { roundId, itemIds = [] } = wanted;
  if (roundId !== undefined) await requireRoundOf(tx, assessment.id, roundId, itemIds);
  const campaign = await requireCampaign(tx, assessment.campaignId);
  const [newest = null] = await roundsOf(tx, assessment.id);
  const { state } = assessment;
  if (!statesAllow(action, { state, campaignState: campaign.state, submitted: newest !== null })) {
    throw new Refusal('not-allowed-in-state', { state });
  }
  if (roundId !== undefined && newest?.id !== roundId) throw new Refusal('stale-record', {});
  return { assessment, campaign, newest };
}

/** The newest round of a state that can't be without one. */
export function requireSubmitted(newest: RoundRow | null): RoundRow {
  if (newest === null) throw new Error('an assessment under review has no round');
  return newest;
}

async function requireRoundOf(tx: Transaction, assessmentId: string, roundId: string, itemIds: readonly string[]) {
  const [found] = await tx
    .select({ id: round.id, campaignId: round.campaignId })
    .from(round)
    .where(and(eq(round.id, roundId), eq(round.assessmentId, assessmentId)));
  if (!found) throw new Refusal('not-found', {});
  const wanted = new Set(itemIds);
  if (wanted.size === 0) return;
  const pinned = await tx.$count(
    pinnedItem,
    and(eq(pinnedItem.campaignId, found.campaignId), inArray(pinnedItem.id, [...wanted])),
  );
  if (pinned !== wanted.size) throw new Refusal('not-found', {});
}

/** The items that the vendor answered in a round, with their 通番, in order. */
export async function judgedItems(tx: Transaction, roundId: string): Promise<{ itemId: string; number: string }[]> {
  return tx
    .select({ itemId: roundItem.itemId, number: pinnedItem.number })
    .from(roundItem)
    .innerJoin(pinnedItem, eq(pinnedItem.id, roundItem.itemId))
    .where(and(eq(roundItem.roundId, roundId), eq(roundItem.slot, 'vendor')))
    .orderBy(pinnedItem.position);
}
