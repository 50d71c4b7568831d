import { and, desc, eq, inArray, ne } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { comment, round, verdict } from '@/db/schema/review';

/**
 * What the bank asks something of with the newest submission that counts, and that round, where it stands returned; of a
 * colleague's items their own. Null where none does.
 */
export async function returnedItems(
  tx: Transaction,
  assessmentId: string,
): Promise<{ roundId: string; itemIds: ReadonlySet<string> } | null> {
  const [newest] = await tx
    .select({ id: round.id, state: round.state })
    .from(round)
    .where(and(eq(round.assessmentId, assessmentId), ne(round.state, 'taken_back')))
    .orderBy(desc(round.number), desc(round.submittedAt))
    .limit(1);
  if (newest?.state !== 'returned') return null;
  const judged = await tx
    .select({ itemId: verdict.itemId })
    .from(verdict)
    .where(and(eq(verdict.roundId, newest.id), inArray(verdict.value, ['insufficient', 'check'])));
  const commented = await tx
    .select({ itemId: comment.itemId })
    .from(comment)
    .where(and(eq(comment.roundId, newest.id), ne(comment.body, '')));
  return { roundId: newest.id, itemIds: new Set([...judged, ...commented].map((row) => row.itemId)) };
}
