import { and, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { answer } from '@/db/schema/answer';
import { pinnedItem } from '@/db/schema/campaign';
import type { RespondentScope } from '@/db/scope';
import { missingIn } from '@/domain/answer';
import { advanceAnswering } from '../responses/advance-answering';
import type { AssessmentRow } from '../responses/require-assessment';
import { liveEvidence } from './evidence-rows';

/**
 * After files came or went: the answers to the items that need one are complete or not anew, and the assessment moves
 * along as with a save. The caller holds the assessment's lock.
 */
export async function settleItems(
  tx: Transaction,
  at: { scope: RespondentScope; now: Date },
  owner: AssessmentRow,
  itemIds: readonly string[],
): Promise<{ digests: Record<string, string> }> {
  const answered = await tx
    .select({ id: answer.id, content: answer.content, complete: answer.complete, item: pinnedItem })
    .from(answer)
    .innerJoin(pinnedItem, eq(pinnedItem.id, answer.itemId))
    .where(and(eq(answer.assessmentId, owner.id), eq(answer.slot, 'vendor'), inArray(answer.itemId, [...itemIds])));
  const needing = answered.filter(({ item }) => item.content.evidenceNeeded === true);
  const shown = needing.length > 0 ? await liveEvidence(tx, owner.id, itemIds) : [];
  let gained = 0;
  for (const { id, content, complete, item } of needing) {
    const hasEvidence = shown.some((each) => each.itemId === item.id);
    const now = missingIn(content, item.content, hasEvidence).length === 0;
    if (now === complete) continue;
    gained += now ? 1 : -1;
    await tx.update(answer).set({ complete: now }).where(eq(answer.id, id));
  }
  const { digests } = await advanceAnswering(tx, at, owner, gained);
  return { digests };
}
