import { eq, sql } from 'drizzle-orm';
import type { EventDraft } from '@/db/audit-log';
import type { Transaction } from '@/db/client';
import { recordRevisions } from '@/db/revisions';
import { evidence } from '@/db/schema/evidence';
import type { RespondentScope } from '@/db/scope';
import { Refusal } from '@/domain/refusal';
import type { EvidenceRow } from './evidence-rows';

export interface Validity {
  validFrom: string | null;
  validTo: string | null;
}

/** Refuses days in the wrong order（`validity-reversed`）. */
export function requireOrder({ validFrom, validTo }: Validity): void {
  if (validFrom !== null && validTo !== null && validTo < validFrom) throw new Refusal('validity-reversed', {});
}

/** Writes other days of validity, with their version and event; null when they are these already. */
export async function changeValidity(
  tx: Transaction,
  { scope, now }: { scope: RespondentScope; now: Date },
  row: EvidenceRow,
  { validFrom, validTo }: Validity,
): Promise<{ row: EvidenceRow; event: EventDraft } | null> {
  if (row.validFrom === validFrom && row.validTo === validTo) return null;
  const [changed] = await tx
    .update(evidence)
    .set({ validFrom, validTo, version: sql`${evidence.version} + 1` })
    .where(eq(evidence.id, row.id))
    .returning();
  if (!changed) throw new Refusal('not-found', {});
  const { campaignId, assessmentId } = changed;
  const own = { campaignId, assessmentId };
  const digests = await recordRevisions(tx, { now, by: scope.actor }, [{ noun: 'evidence', row: changed, ...own }]);
  return {
    row: changed,
    event: { kind: 'evidence.validity_changed', ...own, objects: [row.id], payload: { validFrom, validTo, digests } },
  };
}
