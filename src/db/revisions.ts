import { createHash } from 'node:crypto';
import type { Actor } from '@/domain/actor';
import { canonicalJson, type Json } from '@/domain/canonical-json';
import type { Transaction } from './client';
import { newId } from './new-id';
import { revision } from './schema/record';

export interface RevisionDraft {
  noun: (typeof revision.$inferInsert)['noun'];
  /** The row as it stands after the change; Dates become ISO strings. */
  row: { tenantId: string; id: string };
  campaignId?: string | null;
  assessmentId?: string | null;
}

/**
 * Writes the append-only version of each changed row and returns `{rowId: digest}` for the audit event's payload.
 * Call it with the whole row after the change, in the changing transaction.
 */
export async function recordRevisions(
  tx: Transaction,
  place: { now: Date; by: Actor },
  drafts: readonly RevisionDraft[],
): Promise<Record<string, string>> {
  if (drafts.length === 0) return {};
  const digests: Record<string, string> = {};
  const rows = drafts.map((draft) => {
    const snapshot = JSON.parse(JSON.stringify(draft.row)) as Record<string, Json>;
    const digest = createHash('sha256').update(canonicalJson(snapshot)).digest('hex');
    digests[draft.row.id] = digest;
    return {
      tenantId: draft.row.tenantId,
      id: newId(),
      noun: draft.noun,
      rowId: draft.row.id,
      campaignId: draft.campaignId ?? null,
      assessmentId: draft.assessmentId ?? null,
      snapshot,
      digest,
      at: place.now,
      by: place.by,
    };
  });
  await tx.insert(revision).values(rows);
  return digests;
}
