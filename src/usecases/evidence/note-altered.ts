import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '@/db/client';
import { evidence } from '@/db/schema/evidence';
import { command, type Outcome } from '../command';

const notedSchema = z.strictObject({ noted: z.boolean() });

/**
 * Marks a file whose stored bytes were found not to be those that were handed in, and says so in the chain, once: whoever
 * lists it from then on sees it. It is the worker's word where a member or an auditor came upon it.
 */
export const noteAlteredEvidence = command({
  audience: 'system',
  action: 'system.noteAlteredEvidence',
  input: z.strictObject({ evidenceId: z.uuid() }),
  output: notedSchema,
  run: ({ tx, now }, { evidenceId }) => noteAltered(tx, evidenceId, now),
});

/** The same where the vendor came upon it, before a submission too. */
export const noteAlteredFile = command({
  audience: 'respondent',
  action: 'evidence.noteAltered',
  input: z.strictObject({ evidenceId: z.uuid() }),
  output: notedSchema,
  run: ({ tx, now }, { evidenceId }) => noteAltered(tx, evidenceId, now),
});

async function noteAltered(tx: Transaction, evidenceId: string, now: Date): Promise<Outcome<{ noted: boolean }>> {
  const [row] = await tx
    .update(evidence)
    .set({ alteredAt: now })
    .where(and(eq(evidence.id, evidenceId), isNull(evidence.alteredAt)))
    .returning({ campaignId: evidence.campaignId, assessmentId: evidence.assessmentId, sha256: evidence.sha256 });
  if (!row) return { unchanged: { noted: false } };
  const { sha256, ...own } = row;
  return {
    output: { noted: true },
    events: [{ kind: 'evidence.altered', ...own, objects: [evidenceId], payload: { sha256 } }],
  };
}
