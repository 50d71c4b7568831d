import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { newId } from '@/db/new-id';
import { evidenceUse } from '@/db/schema/evidence';
import type { EvidenceRow } from './evidence-rows';

/** Names a file for items; those for which it is named already stay. Returns the items that are new. */
export async function nameForItems(
  tx: Transaction,
  file: Pick<EvidenceRow, 'id' | 'tenantId' | 'campaignId' | 'assessmentId'>,
  itemIds: readonly string[],
  now: Date,
): Promise<string[]> {
  const { id: evidenceId, tenantId, campaignId, assessmentId } = file;
  const known = await tx
    .select()
    .from(evidenceUse)
    .where(and(eq(evidenceUse.evidenceId, evidenceId), inArray(evidenceUse.itemId, [...itemIds])));
  const ended = known.filter((use) => use.endedAt !== null);
  if (ended.length > 0) {
    const ids = ended.map((use) => use.id);
    await tx.update(evidenceUse).set({ usedAt: now, endedAt: null }).where(inArray(evidenceUse.id, ids));
  }
  const fresh = itemIds.filter((itemId) => !known.some((use) => use.itemId === itemId));
  if (fresh.length > 0) {
    await tx
      .insert(evidenceUse)
      .values(
        fresh.map((itemId) => ({ tenantId, id: newId(), campaignId, assessmentId, evidenceId, itemId, usedAt: now })),
      );
  }
  return [...ended.map((use) => use.itemId), ...fresh];
}

/** Names a file for these items no longer; returns those for which it was named. */
export async function endForItems(
  tx: Transaction,
  evidenceId: string,
  itemIds: readonly string[],
  now: Date,
): Promise<string[]> {
  const ended = await tx
    .update(evidenceUse)
    .set({ endedAt: now })
    .where(
      and(
        eq(evidenceUse.evidenceId, evidenceId),
        inArray(evidenceUse.itemId, [...itemIds]),
        isNull(evidenceUse.endedAt),
      ),
    )
    .returning({ itemId: evidenceUse.itemId });
  return ended.map((use) => use.itemId);
}
