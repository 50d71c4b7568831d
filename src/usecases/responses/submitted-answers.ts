import { and, eq } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { answerRevision } from '@/db/schema/answer';
import { roundItem } from '@/db/schema/review';
import type { AnswerContent } from '@/domain/answer';

/** The vendor's answers as a round froze them, by pinned item. */
export async function submittedAnswers(tx: Transaction, roundId: string): Promise<Map<string, AnswerContent>> {
  const rows = await tx
    .select({ itemId: roundItem.itemId, content: answerRevision.content })
    .from(roundItem)
    .innerJoin(answerRevision, eq(answerRevision.id, roundItem.revisionId))
    .where(and(eq(roundItem.roundId, roundId), eq(roundItem.slot, 'vendor')));
  return new Map(rows.map(({ itemId, content }) => [itemId, content]));
}
