import { and, asc, desc, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { answerRevision } from '@/db/schema/answer';
import { reattestation } from '@/db/schema/answering';
import { pinnedItem } from '@/db/schema/campaign';
import { revision } from '@/db/schema/record';
import {
  acceptance,
  comment,
  commitment,
  internalNote,
  itemReading,
  reply,
  round,
  roundItem,
  verdict,
} from '@/db/schema/review';
import { isAsked } from '@/domain/checklist';
import type { AssessmentRow } from '../campaigns/require-campaign';
import { roundEvidenceOf } from '../evidence/round-evidence';
import type { RoundRow } from './require-review';

export type ItemRow = typeof pinnedItem.$inferSelect;

const idsOf = (rounds: readonly RoundRow[]) => rounds.slice(0, 2).map((each) => each.id);
const byItem = <Row extends { roundId: string; itemId: string }>(rows: readonly Row[], of: RoundRow | undefined) =>
  new Map(rows.filter((row) => row.roundId === of?.id).map((row) => [row.itemId, row]));

/** The items asked of the assessment's service, with the answers, files and verdicts of its newest round and the one before. */
export async function answerRows(
  tx: Transaction,
  assessment: Pick<AssessmentRow, 'campaignId' | 'apiKinds'>,
  rounds: readonly RoundRow[],
) {
  const [newest, before] = rounds;
  const pinned = await tx
    .select()
    .from(pinnedItem)
    .where(eq(pinnedItem.campaignId, assessment.campaignId))
    .orderBy(asc(pinnedItem.position));
  const frozen = await tx
    .select({ roundId: roundItem.roundId, itemId: roundItem.itemId, revision: answerRevision })
    .from(roundItem)
    .innerJoin(answerRevision, eq(answerRevision.id, roundItem.revisionId))
    .where(and(inArray(roundItem.roundId, idsOf(rounds)), eq(roundItem.slot, 'vendor')));
  const verdicts = await tx
    .select()
    .from(verdict)
    .where(inArray(verdict.roundId, idsOf(rounds)));
  const held = await roundEvidenceOf(tx, idsOf(rounds));
  const at = (of: RoundRow | undefined) => ({
    evidence: held.filter((each) => each.roundId === of?.id),
    answers: new Map([...byItem(frozen, of)].map(([itemId, row]) => [itemId, row.revision])),
    verdicts: byItem(verdicts, of),
  });
  return { items: pinned.filter((item) => isAsked(item, assessment.apiKinds)), newest: at(newest), before: at(before) };
}

export type AnswerRows = Awaited<ReturnType<typeof answerRows>>;

/** What was said, promised, read and decided on an assessment's rounds, keyed by item where there is one an item. */
export async function spokenRows(tx: Transaction, assessmentId: string, rounds: readonly RoundRow[], memberId: string) {
  const [newest, before] = rounds;
  const comments = await tx
    .select()
    .from(comment)
    .where(inArray(comment.roundId, idsOf(rounds)));
  const commitments = await tx
    .select()
    .from(commitment)
    .where(and(inArray(commitment.roundId, newest ? [newest.id] : []), eq(commitment.state, 'open')));
  // Written while the vendor works on the next round: the bank reads them once that is submitted.
  const replies = await tx
    .select()
    .from(reply)
    .where(inArray(reply.roundId, before ? [before.id] : []))
    .orderBy(asc(reply.at), asc(reply.id));
  const readings = await tx
    .select({ itemId: itemReading.itemId })
    .from(itemReading)
    .where(and(inArray(itemReading.roundId, newest ? [newest.id] : []), eq(itemReading.memberId, memberId)));
  // What is said of an answer after the round belongs to the next one.
  const attested = await tx
    .select({ revisionId: reattestation.revisionId, by: reattestation.by, at: reattestation.at })
    .from(reattestation)
    .where(
      newest
        ? and(eq(reattestation.assessmentId, assessmentId), lte(reattestation.at, newest.submittedAt))
        : sql`false`,
    );
  const notes = await tx
    .select({ note: internalNote, roundNumber: round.number })
    .from(internalNote)
    .innerJoin(round, eq(round.id, internalNote.roundId))
    .where(eq(internalNote.assessmentId, assessmentId))
    .orderBy(asc(internalNote.at), asc(internalNote.id));
  return {
    comments: byItem(comments, newest),
    commentsBefore: byItem(comments, before),
    commitments: byItem(commitments, newest),
    // Oldest first, so that the newest word of each item stays.
    replies: byItem(replies, before),
    read: new Set(readings.map((row) => row.itemId)),
    /** 変わりなし, by the revision of which it was said. */
    attested: new Map(attested.map((row) => [row.revisionId, row])),
    notes,
  };
}

export type SpokenRows = Awaited<ReturnType<typeof spokenRows>>;

/** Proposals and decisions, newest first, each with the versions that it went through. */
export async function acceptanceRows(tx: Transaction, assessmentId: string) {
  const acceptances = await tx
    .select({ acceptance, roundNumber: round.number })
    .from(acceptance)
    .innerJoin(round, eq(round.id, acceptance.roundId))
    .where(eq(acceptance.assessmentId, assessmentId))
    .orderBy(desc(acceptance.proposedAt), desc(acceptance.id));
  const versions = await tx
    .select({ rowId: revision.rowId, snapshot: revision.snapshot, at: revision.at, by: revision.by })
    .from(revision)
    .where(
      and(
        eq(revision.noun, 'acceptance'),
        inArray(
          revision.rowId,
          acceptances.map((row) => row.acceptance.id),
        ),
      ),
    )
    .orderBy(asc(revision.at), asc(revision.id));
  return acceptances.map((row) => ({
    ...row,
    versions: versions.filter((version) => version.rowId === row.acceptance.id),
  }));
}

export type AcceptanceRows = Awaited<ReturnType<typeof acceptanceRows>>;
