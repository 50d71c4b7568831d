import { eq, inArray } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { campaign, pinnedItem } from '@/db/schema/campaign';
import { bankDateOf } from '@/domain/deadline';
import { Refusal } from '@/domain/refusal';
import { type AssessmentRow, lockAssessment, requireWritable } from '../responses/require-assessment';
import { requireReturned } from '../responses/require-returned';

/**
 * The assessment, locked, where the vendor may change what shows something for the items: they are the vendor's, the
 * state lets the vendor write, and a return that stands asks for them. Refuses as saving an answer does.
 */
export async function requireEvidencePlace(
  tx: Transaction,
  now: Date,
  assessmentId: string,
  itemIds: readonly string[],
): Promise<AssessmentRow> {
  const owner = await lockAssessment(tx, assessmentId);
  const [place] = await tx.select().from(campaign).where(eq(campaign.id, owner.campaignId));
  if (!place) throw new Refusal('not-found', {});
  const items = await tx
    .select({ answeredBy: pinnedItem.answeredBy })
    .from(pinnedItem)
    .where(inArray(pinnedItem.id, [...itemIds]));
  if (items.length < itemIds.length) throw new Refusal('not-found', {});
  if (items.some(({ answeredBy }) => answeredBy === 'bank')) throw new Refusal('item-not-answered-here', {});
  requireWritable(place, owner);
  await requireReturned(tx, owner, itemIds, bankDateOf(now));
  return owner;
}
