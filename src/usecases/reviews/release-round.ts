import { and, eq, isNotNull, isNull, ne } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import type { RevisionDraft } from '@/db/revisions';
import { comment, verdict } from '@/db/schema/review';
import type { RoundRow } from './require-review';

/** Lets the vendor read the verdicts and comments of a round from now on; returns the revisions to record. */
export async function releaseRound(tx: Transaction, of: RoundRow, now: Date): Promise<RevisionDraft[]> {
  const verdicts = await tx
    .update(verdict)
    .set({ releasedAt: now })
    .where(and(eq(verdict.roundId, of.id), isNotNull(verdict.value), isNull(verdict.releasedAt)))
    .returning();
  const comments = await tx
    .update(comment)
    .set({ releasedAt: now })
    .where(and(eq(comment.roundId, of.id), ne(comment.body, ''), isNull(comment.releasedAt)))
    .returning();
  return draftsOf(of, verdicts, comments);
}

/** Takes a round's verdicts and comments back into the bank, for a review that begins again. */
export async function recallRound(tx: Transaction, of: RoundRow): Promise<RevisionDraft[]> {
  const verdicts = await tx
    .update(verdict)
    .set({ releasedAt: null })
    .where(and(eq(verdict.roundId, of.id), isNotNull(verdict.releasedAt)))
    .returning();
  const comments = await tx
    .update(comment)
    .set({ releasedAt: null })
    .where(and(eq(comment.roundId, of.id), isNotNull(comment.releasedAt)))
    .returning();
  return draftsOf(of, verdicts, comments);
}

function draftsOf(
  { campaignId, assessmentId }: RoundRow,
  verdicts: readonly (typeof verdict.$inferSelect)[],
  comments: readonly (typeof comment.$inferSelect)[],
): RevisionDraft[] {
  return [
    ...verdicts.map((row) => ({ noun: 'verdict' as const, row, campaignId, assessmentId })),
    ...comments.map((row) => ({ noun: 'comment' as const, row, campaignId, assessmentId })),
  ];
}
