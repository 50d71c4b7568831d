import { and, eq, inArray, ne } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { comment, round, verdict } from '@/db/schema/review';
import type { RespondentScope } from '@/db/scope';
import { Refusal } from '@/domain/refusal';
import type { AssessmentRow } from '../responses/require-assessment';

/** After a return a colleague changes what the bank sent back, and nothing else（`item-not-returned`）; a lead anything. */
export async function requireReturned(
  tx: Transaction,
  scope: RespondentScope,
  owner: Pick<AssessmentRow, 'id' | 'roundNumber'>,
  itemIds: readonly string[],
): Promise<void> {
  if (scope.isLead || owner.roundNumber === 1) return;
  const before = tx
    .select({ id: round.id })
    .from(round)
    .where(and(eq(round.assessmentId, owner.id), eq(round.number, owner.roundNumber - 1), eq(round.state, 'returned')));
  const judged = await tx
    .select({ itemId: verdict.itemId })
    .from(verdict)
    .where(and(inArray(verdict.roundId, before), inArray(verdict.value, ['insufficient', 'check'])));
  const commented = await tx
    .select({ itemId: comment.itemId })
    .from(comment)
    .where(and(inArray(comment.roundId, before), ne(comment.body, '')));
  const returned = new Set([...judged, ...commented].map((row) => row.itemId));
  if (itemIds.some((id) => !returned.has(id))) throw new Refusal('item-not-returned', {});
}
