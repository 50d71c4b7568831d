import { and, asc, count, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { EventDraft } from '@/db/audit-log';
import type { Transaction } from '@/db/client';
import { newId } from '@/db/new-id';
import { recordRevisions } from '@/db/revisions';
import { evidence } from '@/db/schema/evidence';
import { MAX_EVIDENCE_FILES } from '@/domain/evidence-type';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { changeValidity, requireOrder } from './change-validity';
import { evidenceChangedSchema, storedFileSchema, validitySchema } from './evidence.schema';
import { type EvidenceRow, factsOf, itemsServedBy } from './evidence-rows';
import { nameForItems } from './name-for-items';
import { requireEvidencePlace } from './require-evidence-place';
import { settleItems } from './settle-items';

/**
 * Keeps a file for an item, once its bytes lie in the store. The same bytes twice in one assessment are one file: it is
 * named for the item too, under the name that it came with first, and said to be known. So a repeated upload changes
 * nothing, unless the stored bytes were found altered: then these have taken their place. Days that were not said leave
 * those of a known file alone.
 */
export const addEvidence = command({
  audience: 'respondent',
  action: 'evidence.add',
  input: validitySchema.extend({
    assessmentId: z.uuid(),
    itemId: z.uuid(),
    file: storedFileSchema.extend({ scan: z.enum(['clean', 'not_scanned']) }),
  }),
  output: evidenceChangedSchema.extend({ known: z.boolean() }),
  async run({ tx, scope, now }, { assessmentId, itemId, file, validFrom, validTo }) {
    requireOrder({ validFrom, validTo });
    const owner = await requireEvidencePlace(tx, now, assessmentId, [itemId]);
    const own = { campaignId: owner.campaignId, assessmentId };
    const known = await fileWith(tx, assessmentId, file.sha256);
    const events: EventDraft[] = [];
    let row: EvidenceRow | undefined = known ?? undefined;
    if (row === undefined) {
      await requireRoom(tx, assessmentId);
      const { tenantId, invitationId, actor } = scope;
      const added = { ...file, validFrom, validTo, invitationId, addedBy: actor, addedAt: now };
      [row] = await tx
        .insert(evidence)
        .values({ tenantId, id: newId(), ...own, ...added })
        .returning();
      if (!row) throw new Refusal('not-found', {});
      const digests = await recordRevisions(tx, { now, by: actor }, [{ noun: 'evidence', row, ...own }]);
      const { sha256, size, scan } = row;
      events.push({ kind: 'evidence.added', ...own, objects: [row.id], payload: { sha256, size, scan, digests } });
    } else if (validFrom !== null || validTo !== null) {
      const changed = await changeValidity(tx, { scope, now }, row, {
        validFrom: validFrom ?? row.validFrom,
        validTo: validTo ?? row.validTo,
      });
      if (changed !== null) {
        row = changed.row;
        events.push(changed.event);
      }
    }
    if (row.alteredAt !== null) {
      await tx.update(evidence).set({ alteredAt: null }).where(eq(evidence.id, row.id));
      row = { ...row, alteredAt: null };
      events.push({ kind: 'evidence.restored', ...own, objects: [row.id], payload: { sha256: row.sha256 } });
    }
    const named = await nameForItems(tx, row, [itemId], now);
    if (named.length > 0) {
      const settled = await settleItems(tx, { scope, now }, owner, named);
      const { sha256 } = row;
      const { digests } = settled;
      events.push({ kind: 'evidence.used', ...own, objects: [row.id, ...named], payload: { sha256, digests } });
    }
    const served = { ...factsOf(row), version: row.version, itemIds: await itemsServedBy(tx, row.id) };
    const output = { file: served, known: known !== null };
    const [first, ...rest] = events;
    return first ? { output, events: [first, ...rest] } : { unchanged: output };
  },
});

/** The oldest file of the assessment with these bytes that the scope may see and that was not put away. */
export async function fileWith(tx: Transaction, assessmentId: string, sha256: string): Promise<EvidenceRow | null> {
  const [row] = await tx
    .select()
    .from(evidence)
    .where(and(eq(evidence.assessmentId, assessmentId), eq(evidence.sha256, sha256), isNull(evidence.removedAt)))
    .orderBy(asc(evidence.addedAt), asc(evidence.id))
    .limit(1);
  return row ?? null;
}

/** Refuses `evidence-too-many` when the assessment holds as many files as it may. */
export async function requireRoom(tx: Transaction, assessmentId: string): Promise<void> {
  const [held] = await tx
    .select({ files: count() })
    .from(evidence)
    .where(and(eq(evidence.assessmentId, assessmentId), isNull(evidence.removedAt)));
  if ((held?.files ?? 0) >= MAX_EVIDENCE_FILES) throw new Refusal('evidence-too-many', { max: MAX_EVIDENCE_FILES });
}
