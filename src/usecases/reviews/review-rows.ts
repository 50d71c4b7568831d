import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { answerRevision } from '@/db/schema/answer';
import { pinnedItem } from '@/db/schema/campaign';
import { acceptance, comment, commitment, internalNote, round, roundItem, verdict } from '@/db/schema/review';
import type { RoundRow } from './require-review';

/** Everything that hangs on the rounds of one assessment, keyed by item where there is one an item. */
export async function reviewRows(
  tx: Transaction,
  assessment: { id: string; campaignId: string },
  rounds: readonly RoundRow[],
) {
  const [newest, before] = rounds;
  const ids = [newest, before].flatMap((each) => (each ? [each.id] : []));
  const items = await tx
    .select()
    .from(pinnedItem)
    .where(eq(pinnedItem.campaignId, assessment.campaignId))
    .orderBy(asc(pinnedItem.position));
  const frozen = await tx
    .select({ roundId: roundItem.roundId, itemId: roundItem.itemId, revision: answerRevision })
    .from(roundItem)
    .innerJoin(answerRevision, eq(answerRevision.id, roundItem.revisionId))
    .where(and(inArray(roundItem.roundId, ids), eq(roundItem.slot, 'vendor')));
  const verdicts = await tx.select().from(verdict).where(inArray(verdict.roundId, ids));
  const comments = await tx.select().from(comment).where(inArray(comment.roundId, ids));
  const commitments = await tx
    .select()
    .from(commitment)
    .where(and(inArray(commitment.roundId, ids), eq(commitment.state, 'open')));
  const notes = await tx
    .select({ note: internalNote, roundNumber: round.number })
    .from(internalNote)
    .innerJoin(round, eq(round.id, internalNote.roundId))
    .where(eq(internalNote.assessmentId, assessment.id))
    .orderBy(asc(internalNote.at), asc(internalNote.id));
  const acceptances = await tx
    .select({ acceptance, roundNumber: round.number })
    .from(acceptance)
    .innerJoin(round, eq(round.id, acceptance.roundId))
    .where(eq(acceptance.assessmentId, assessment.id))
    .orderBy(desc(acceptance.proposedAt), desc(acceptance.id));
  const at = (of: RoundRow | undefined) => ({
    answers: new Map(frozen.filter((row) => row.roundId === of?.id).map((row) => [row.itemId, row.revision])),
    verdicts: new Map(verdicts.filter((row) => row.roundId === of?.id).map((row) => [row.itemId, row])),
    comments: new Map(comments.filter((row) => row.roundId === of?.id).map((row) => [row.itemId, row])),
    commitments: new Map(commitments.filter((row) => row.roundId === of?.id).map((row) => [row.itemId, row])),
  });
  return { items, newest: at(newest), before: at(before), notes, acceptances };
}

export type ReviewRows = Awaited<ReturnType<typeof reviewRows>>;
