import { z } from 'zod';
import { recordRevisions } from '@/db/revisions';
import { Refusal } from '@/domain/refusal';
import { ASSESSMENT_TRANSITIONS } from '@/domain/transitions';
import { command } from '../command';
import { moveAssessment } from '../reviews/move-assessment';
import { requireReview } from '../reviews/require-review';
import { movedSchema, reviewTextSchema } from '../reviews/review.schema';

/** 取下げ of one assessment by the bank, with a reason that stays inside the bank. The worker tells the vendor. */
export const withdrawAssessment = command({
  audience: 'bank',
  action: 'assessments.withdraw',
  input: z.strictObject({ assessmentId: z.uuid(), reason: reviewTextSchema }),
  output: movedSchema,
  async run({ tx, scope, now }, { assessmentId, reason }) {
    const { assessment } = await requireReview(tx, 'withdraw', { assessmentId });
    const { tenantId, campaignId } = assessment;
    if (reason.trim() === '') throw new Refusal('reason-missing', {});
    const moved = await moveAssessment(tx, assessment, { state: ASSESSMENT_TRANSITIONS.withdraw.to });
    const digests = await recordRevisions(tx, { now, by: scope.actor }, [
      { noun: 'assessment', row: moved, campaignId, assessmentId },
    ]);
    return {
      output: { state: moved.state, version: moved.version },
      events: [
        {
          kind: 'assessment.withdrawn',
          campaignId,
          assessmentId,
          objects: [assessmentId],
          payload: { digests, from: assessment.state, reason },
        },
      ],
      wake: [{ kind: 'campaign.sweep', payload: { tenantId, campaignId } }],
    };
  },
});
