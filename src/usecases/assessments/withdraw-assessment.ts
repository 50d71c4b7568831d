import { z } from 'zod';
import { recordRevisions } from '@/db/revisions';
import { Refusal } from '@/domain/refusal';
import { ASSESSMENT_TRANSITIONS } from '@/domain/transitions';
import { command } from '../command';
import { moveAssessment } from '../reviews/move-assessment';
import { requireReview } from '../reviews/require-review';
import { movedSchema, reviewTextSchema } from '../reviews/review.schema';

/**
 * 取下げ of one assessment by the bank, with a reason that stays inside the bank; the worker tells the vendor. With
 * `declined` it is 辞退: the vendor asked to be let out and the bank confirms it, which needs no mail.
 */
export const withdrawAssessment = command({
  audience: 'bank',
  action: 'assessments.withdraw',
  input: z.strictObject({ assessmentId: z.uuid(), reason: reviewTextSchema, declined: z.boolean().default(false) }),
  output: movedSchema,
  async run({ tx, scope, now }, { assessmentId, reason, declined }) {
    const { assessment } = await requireReview(tx, 'withdraw', { assessmentId });
    const { tenantId, campaignId } = assessment;
    if (reason.trim() === '') throw new Refusal('reason-missing', {});
    const { to } = ASSESSMENT_TRANSITIONS[declined ? 'confirm_decline' : 'withdraw'];
    const moved = await moveAssessment(tx, assessment, { state: to });
    const digests = await recordRevisions(tx, { now, by: scope.actor }, [
      { noun: 'assessment', row: moved, campaignId, assessmentId },
    ]);
    return {
      output: { state: moved.state, version: moved.version },
      events: [
        {
          kind: declined ? 'assessment.declined' : 'assessment.withdrawn',
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
