import { z } from 'zod';
import { recordRevisions } from '@/db/revisions';
import { ASSESSMENT_TRANSITIONS } from '@/domain/transitions';
import { command } from '../command';
import { moveAssessment } from './move-assessment';
import { requireReview, requireSubmitted } from './require-review';
import { movedSchema } from './review.schema';

/** 審査を始める: from here on the vendor can't take the submission back. Only a press does it, never looking. */
export const openReview = command({
  audience: 'bank',
  action: 'reviews.open',
  input: z.strictObject({ assessmentId: z.uuid() }),
  output: movedSchema,
  async run({ tx, scope, now }, { assessmentId }) {
    const { assessment, newest } = await requireReview(tx, 'open', { assessmentId });
    const { campaignId } = assessment;
    const { id: roundId, number } = requireSubmitted(newest);
    const opened = await moveAssessment(tx, assessment, {
      state: ASSESSMENT_TRANSITIONS.open_review.to,
      openedAt: now,
    });
    const digests = await recordRevisions(tx, { now, by: scope.actor }, [
      { noun: 'assessment', row: opened, campaignId, assessmentId },
    ]);
    return {
      output: { state: opened.state, version: opened.version },
      events: [
        {
          kind: 'review.opened',
          campaignId,
          assessmentId,
          objects: [assessmentId, roundId],
          payload: { digests, round: number },
        },
      ],
    };
  },
});
