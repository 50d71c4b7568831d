import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { evidence, evidenceUse } from '@/db/schema/evidence';
import { Refusal } from '@/domain/refusal';
import type { EvidenceFacts, EvidenceFile } from './evidence.schema';

export type EvidenceRow = typeof evidence.$inferSelect;

/** What everybody who may see the file is told of it. */
export function factsOf(row: EvidenceRow): EvidenceFacts {
  const { id, fileName, mediaType, size, sha256, scan, validFrom, validTo, addedBy, addedAt, alteredAt } = row;
  const by = addedBy.kind === 'system' ? '' : addedBy.name;
  return {
    evidenceId: id,
    fileName,
    mediaType,
    size,
    sha256,
    scan,
    validFrom,
    validTo,
    addedBy: by,
    addedAt,
    alteredAt,
  };
}

/**
 * The scope's files that were not put away, oldest first, each with the items that it is named for. A colleague sees
 * their own and those of the items given to them, and of the items only those: the policies say so.
 */
export async function evidenceFiles(tx: Transaction, assessmentId: string): Promise<EvidenceFile[]> {
  const rows = await tx
    .select()
    .from(evidence)
    .where(and(eq(evidence.assessmentId, assessmentId), isNull(evidence.removedAt)))
    .orderBy(asc(evidence.addedAt), asc(evidence.id));
  const uses = await tx
    .select({ evidenceId: evidenceUse.evidenceId, itemId: evidenceUse.itemId })
    .from(evidenceUse)
    .where(and(eq(evidenceUse.assessmentId, assessmentId), isNull(evidenceUse.endedAt)))
    .orderBy(asc(evidenceUse.usedAt), asc(evidenceUse.id));
  return rows.map((row) => ({
    ...factsOf(row),
    version: row.version,
    itemIds: uses.filter((use) => use.evidenceId === row.id).map((use) => use.itemId),
  }));
}

/** One file of the scope's that was not put away, as it stands; throws `not-found`. */
export async function requireFile(tx: Transaction, assessmentId: string, evidenceId: string): Promise<EvidenceRow> {
  const [row] = await tx
    .select()
    .from(evidence)
    .where(and(eq(evidence.id, evidenceId), eq(evidence.assessmentId, assessmentId), isNull(evidence.removedAt)));
  if (!row) throw new Refusal('not-found', {});
  return row;
}

/** The items for which a file is named now, as far as the scope sees them. */
export async function itemsServedBy(tx: Transaction, evidenceId: string): Promise<string[]> {
  const uses = await tx
    .select({ itemId: evidenceUse.itemId })
    .from(evidenceUse)
    .where(and(eq(evidenceUse.evidenceId, evidenceId), isNull(evidenceUse.endedAt)))
    .orderBy(asc(evidenceUse.usedAt), asc(evidenceUse.id));
  return uses.map((use) => use.itemId);
}

/** Every file that counts for an item now: what a submission would hold. `itemIds` narrows it down. */
export async function liveEvidence(tx: Transaction, assessmentId: string, itemIds?: readonly string[]) {
  return tx
    .select({ itemId: evidenceUse.itemId, evidenceId: evidence.id, sha256: evidence.sha256 })
    .from(evidenceUse)
    .innerJoin(evidence, eq(evidence.id, evidenceUse.evidenceId))
    .where(
      and(
        eq(evidenceUse.assessmentId, assessmentId),
        isNull(evidenceUse.endedAt),
        isNull(evidence.removedAt),
        itemIds && inArray(evidenceUse.itemId, [...itemIds]),
      ),
    )
    .orderBy(asc(evidence.addedAt), asc(evidence.id));
}
