import { eq } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { assessment } from '@/db/schema/campaign';
import { Refusal } from '@/domain/refusal';
import type { AssessmentRow } from '../campaigns/require-campaign';

type Changes = Partial<
  Pick<AssessmentRow, 'state' | 'dueDate' | 'dueDateReason' | 'roundNumber' | 'openedAt' | 'gapsSettled'>
>;

/** Writes a change of a locked assessment and counts its version up; returns the row as it stands now. */
export async function moveAssessment(tx: Transaction, row: AssessmentRow, changes: Changes): Promise<AssessmentRow> {
  const [moved] = await tx
    .update(assessment)
    .set({ ...changes, version: row.version + 1 })
    .where(eq(assessment.id, row.id))
    .returning();
  if (!moved) throw new Refusal('not-found', {});
  return moved;
}
