import { eq } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { recordRevisions } from '@/db/revisions';
import { assessment } from '@/db/schema/campaign';
import type { RespondentScope } from '@/db/scope';
import type { AssessmentState } from '@/domain/assessment-state';
import { Refusal } from '@/domain/refusal';
import { nextAssessmentState } from '@/domain/transitions';
import type { AssessmentRow } from './require-assessment';

/**
 * Moves the assessment along with a change of the vendor's: the first one begins the answering, or takes it up after a
 * return. `gained` answers became complete（negative: incomplete again）. Gives the digests of what changed its state.
 */
export async function advanceAnswering(
  tx: Transaction,
  { scope, now }: { scope: RespondentScope; now: Date },
  owner: AssessmentRow,
  gained: number,
): Promise<{ state: AssessmentState; digests: Record<string, string> }> {
  const { id: assessmentId, campaignId } = owner;
  const state =
    nextAssessmentState(owner.state, 'begin_answering') ??
    nextAssessmentState(owner.state, 'resume_answering') ??
    owner.state;
  const [changed] = await tx
    .update(assessment)
    .set({ state, answeredCount: owner.answeredCount + gained, lastActivityAt: now })
    .where(eq(assessment.id, assessmentId))
    .returning()
    .prepare('assessment_answered')
    .execute();
  if (!changed) throw new Refusal('not-found', {});
  // Counts and times follow from the answers; only a change of state is a version of its own.
  if (state === owner.state) return { state, digests: {} };
  const digests = await recordRevisions(tx, { now, by: scope.actor }, [
    { noun: 'assessment', row: changed, campaignId, assessmentId },
  ]);
  return { state, digests };
}
