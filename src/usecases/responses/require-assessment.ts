import { eq } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { assessment, type campaign } from '@/db/schema/campaign';
import { whyNotWritable } from '@/domain/assessment-state';
import { Refusal } from '@/domain/refusal';

export type AssessmentRow = typeof assessment.$inferSelect;
export type CampaignRow = typeof campaign.$inferSelect;

/** The scope's assessment, locked against every other save, submission and change of state. Throws `not-found`. */
export async function lockAssessment(tx: Transaction, assessmentId: string): Promise<AssessmentRow> {
  const [row] = await tx
    .select()
    .from(assessment)
    .where(eq(assessment.id, assessmentId))
    .for('update')
    .prepare('assessment_locked')
    .execute();
  if (!row) throw new Refusal('not-found', {});
  return row;
}

/** Refuses with the reason why the vendor can't write now, if there is one. */
export function requireWritable(place: Pick<CampaignRow, 'state'>, row: Pick<AssessmentRow, 'state'>): void {
  const reason = whyNotWritable(place.state, row.state);
  if (reason !== null) throw new Refusal(reason, {});
}
