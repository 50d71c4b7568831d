import { and, asc, desc, eq, ne } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { answerRevision } from '@/db/schema/answer';
import { pinnedItem } from '@/db/schema/campaign';
import { acceptance, comment, commitment, round, roundItem } from '@/db/schema/review';

export async function requireRound(tx: Transaction, roundId: string | null): Promise<typeof round.$inferSelect> {
  const [row] = roundId === null ? [] : await tx.select().from(round).where(eq(round.id, roundId));
  if (!row) throw new Error('a mail about a round has none');
  return row;
}

/** The vendor's answers of a round, in the form's order. */
export async function roundAnswers(tx: Transaction, roundId: string) {
  const rows = await tx
    .select({ number: pinnedItem.number, status: answerRevision.status })
    .from(roundItem)
    .innerJoin(pinnedItem, eq(pinnedItem.id, roundItem.itemId))
    .innerJoin(answerRevision, eq(answerRevision.id, roundItem.revisionId))
    .where(and(eq(roundItem.roundId, roundId), eq(roundItem.slot, 'vendor')))
    .orderBy(asc(pinnedItem.position));
  return rows.map(({ number, status }) => ({ number: String(number), status }));
}

/** What the bank asks for, item by item: the comments that the return released. */
export async function roundRequests(tx: Transaction, roundId: string) {
  const rows = await tx
    .select({ number: pinnedItem.number, request: comment.body })
    .from(comment)
    .innerJoin(pinnedItem, eq(pinnedItem.id, comment.itemId))
    .where(and(eq(comment.roundId, roundId), ne(comment.body, '')))
    .orderBy(asc(pinnedItem.position));
  return rows.map(({ number, request }) => ({ number: String(number), request }));
}

/** When a round was accepted, and how many of its promises are open. */
export async function acceptedRound(tx: Transaction, roundId: string) {
  const [decided] = await tx
    .select({ decidedAt: acceptance.decidedAt })
    .from(acceptance)
    .where(and(eq(acceptance.roundId, roundId), eq(acceptance.state, 'approved')))
    .orderBy(desc(acceptance.decidedAt))
    .limit(1);
  if (!decided?.decidedAt) throw new Error('an accepted round has no acceptance');
  return {
    acceptedAt: decided.decidedAt,
    openCommitments: await tx.$count(commitment, and(eq(commitment.roundId, roundId), eq(commitment.state, 'open'))),
  };
}
