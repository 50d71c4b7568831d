import { and, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordRevisions } from '@/db/revisions';
import { acceptance, round } from '@/db/schema/review';
import { Refusal } from '@/domain/refusal';
import { ASSESSMENT_TRANSITIONS } from '@/domain/transitions';
import { command } from '../command';
import { forgetPriorAnswers } from '../responses/keep-prior-answers';
import { moveAssessment } from './move-assessment';
import { recallRound } from './release-round';
import { requireReview, requireSubmitted } from './require-review';
import { movedSchema, reviewTextSchema } from './review.schema';

/**
 * Re-opens an approved review, with a reason. The old approval stays on record, marked as re-opened; its verdicts and
 * comments go back into the bank until the next return or approval.
 */
export const reopenReview = command({
  audience: 'bank',
  action: 'reviews.reopen',
  input: z.strictObject({ assessmentId: z.uuid(), reason: reviewTextSchema }),
  output: movedSchema,
  async run({ tx, scope, now }, { assessmentId, reason }) {
    const { assessment, newest } = await requireReview(tx, 'reopen', { assessmentId });
    const { campaignId } = assessment;
    const judged = requireSubmitted(newest);
    if (reason.trim() === '') throw new Refusal('reason-missing', {});
    const [approval] = await tx
      .select({ id: acceptance.id })
      .from(acceptance)
      .where(and(eq(acceptance.roundId, judged.id), eq(acceptance.state, 'approved')))
      .orderBy(desc(acceptance.decidedAt));
    if (!approval) throw new Error('an approved assessment has no approval');
    const [reopened] = await tx
      .update(acceptance)
      .set({ state: 'reopened', reason })
      .where(eq(acceptance.id, approval.id))
      .returning();
    const [again] = await tx.update(round).set({ state: 'submitted' }).where(eq(round.id, judged.id)).returning();
    if (!reopened || !again) throw new Refusal('not-found', {});
    const recalled = await recallRound(tx, again);
    const moved = await moveAssessment(tx, assessment, {
      state: ASSESSMENT_TRANSITIONS.reopen.to,
      gapsSettled: false,
    });
    await forgetPriorAnswers(tx, assessment.serviceId);
    const digests = await recordRevisions(tx, { now, by: scope.actor }, [
      { noun: 'acceptance', row: reopened, campaignId, assessmentId },
      { noun: 'round', row: again, campaignId, assessmentId },
      { noun: 'assessment', row: moved, campaignId, assessmentId },
      ...recalled,
    ]);
    return {
      output: { state: moved.state, version: moved.version },
      events: [
        {
          kind: 'review.reopened',
          campaignId,
          assessmentId,
          objects: [approval.id, judged.id, assessmentId],
          payload: { digests, reason },
        },
      ],
    };
  },
});
