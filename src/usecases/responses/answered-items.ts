import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { answer, answerRevision } from '@/db/schema/answer';
import { pinnedItem } from '@/db/schema/campaign';

/** The items that the vendor answers, in order, each with its current answer and that answer's newest revision. */
export async function answeredItems(tx: Transaction, campaignId: string, assessmentId: string) {
  return tx
    .select({ item: pinnedItem, answer, revision: answerRevision })
    .from(pinnedItem)
    .leftJoin(
      answer,
      and(eq(answer.itemId, pinnedItem.id), eq(answer.slot, 'vendor'), eq(answer.assessmentId, assessmentId)),
    )
    .leftJoin(answerRevision, eq(answerRevision.id, answer.revisionId))
    .where(and(eq(pinnedItem.campaignId, campaignId), inArray(pinnedItem.answeredBy, ['vendor', 'both'])))
    .orderBy(asc(pinnedItem.position));
}
