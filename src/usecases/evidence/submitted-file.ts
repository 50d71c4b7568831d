import { and, eq, exists, ne } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { evidence, roundEvidence } from '@/db/schema/evidence';
import { round } from '@/db/schema/review';
import { Refusal } from '@/domain/refusal';
import type { Outcome } from '../command';

/** Where a file lies that a round holds which was not taken back, and the event of taking it away; else `not-found`. */
export async function takeSubmittedFile(tx: Transaction, evidenceId: string) {
  const held = tx
    .select({ id: roundEvidence.id })
    .from(roundEvidence)
    .innerJoin(round, eq(round.id, roundEvidence.roundId))
    .where(and(eq(roundEvidence.evidenceId, evidence.id), ne(round.state, 'taken_back')));
  const [row] = await tx
    .select()
    .from(evidence)
    .where(and(eq(evidence.id, evidenceId), exists(held)));
  if (!row) throw new Refusal('not-found', {});
  const { campaignId, assessmentId, storageKey, fileName, mediaType, size, sha256 } = row;
  const output = { storageKey, fileName, mediaType, size, sha256 };
  return {
    output,
    events: [{ kind: 'evidence.downloaded', campaignId, assessmentId, objects: [evidenceId], payload: { sha256 } }],
  } satisfies Outcome<typeof output>;
}
