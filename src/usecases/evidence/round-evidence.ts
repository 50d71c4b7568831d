import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { evidence, roundEvidence } from '@/db/schema/evidence';
import { revision } from '@/db/schema/record';
import { round } from '@/db/schema/review';
import type { EvidenceFacts } from './evidence.schema';
import { factsOf } from './evidence-rows';

/** A file as a round holds it for an item. */
export interface HeldEvidence {
  roundId: string;
  itemId: string;
  file: EvidenceFacts;
}

/**
 * What rounds hold, by the order in which the files came. Their days are those of the submission: what the vendor
 * changes afterwards belongs to the next round.
 */
export async function roundEvidenceOf(tx: Transaction, roundIds: readonly string[]): Promise<HeldEvidence[]> {
  const then = tx
    .select({ snapshot: revision.snapshot })
    .from(revision)
    .where(
      and(
        eq(revision.noun, 'evidence'),
        eq(revision.rowId, roundEvidence.evidenceId),
        sql`${revision.at} <= ${round.submittedAt}`,
      ),
    )
    .orderBy(sql`${revision.at} desc, ${revision.id} desc`)
    .limit(1)
    .as('held_then');
  const rows = await tx
    .select({ roundId: roundEvidence.roundId, itemId: roundEvidence.itemId, row: evidence, snapshot: then.snapshot })
    .from(roundEvidence)
    .innerJoin(round, eq(round.id, roundEvidence.roundId))
    .innerJoin(evidence, eq(evidence.id, roundEvidence.evidenceId))
    .innerJoinLateral(then, sql`true`)
    .where(inArray(roundEvidence.roundId, [...roundIds]))
    .orderBy(evidence.addedAt, evidence.id);
  return rows.map(({ roundId, itemId, row, snapshot }) => {
    const { validFrom = null, validTo = null } = snapshot as { validFrom?: string | null; validTo?: string | null };
    return { roundId, itemId, file: factsOf({ ...row, validFrom, validTo }) };
  });
}
