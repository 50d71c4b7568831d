import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordRevisions } from '@/db/revisions';
import { assessment } from '@/db/schema/campaign';
import { Refusal } from '@/domain/refusal';
import { ASSESSMENT_TRANSITIONS } from '@/domain/transitions';
import { command } from '../command';
import { requireReview } from './require-review';
import { movedSchema } from './review.schema';

/** 審査を始める: from here on the vendor can't take the submission back. Only a press does it, never looking. */
export const openReview = command({
  audience: 'bank',
  action: 'reviews.open',
  input: z.strictObject({ assessmentId: z.uuid() }),
  output: movedSchema,
  async run({ tx, scope, now }, { assessmentId }) {
    const { assessment: row, newest } = await requireReview(tx, 'open', { assessmentId });
    const { campaignId } = row;
    const [opened] = await tx
      .update(assessment)
      .set({ state: ASSESSMENT_TRANSITIONS.open_review.to, openedAt: now, version: row.version + 1 })
      .where(eq(assessment.id, assessmentId))
      .returning();
    if (!opened) throw new Refusal('not-found', {});
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
          objects: [assessmentId, ...(newest ? [newest.id] : [])],
          payload: { digests, round: opened.roundNumber },
        },
      ],
    };
  },
});
