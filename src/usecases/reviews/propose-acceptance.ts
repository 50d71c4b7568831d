import { and, eq, isNotNull } from 'drizzle-orm';
import { z } from 'zod';
import { newId } from '@/db/new-id';
import { recordRevisions } from '@/db/revisions';
import { acceptance, verdict } from '@/db/schema/review';
import { Refusal } from '@/domain/refusal';
import { ASSESSMENT_TRANSITIONS } from '@/domain/transitions';
import { command } from '../command';
import { moveAssessment } from './move-assessment';
import { judgedItems, requireReview } from './require-review';
import { movedSchema, reviewTextSchema } from './review.schema';

/** 起案: puts the round forward for another person's approval. `verdicts-incomplete` names the 通番 without a verdict. */
export const proposeAcceptance = command({
  audience: 'bank',
  action: 'reviews.propose',
  input: z.strictObject({ assessmentId: z.uuid(), roundId: z.uuid(), summary: reviewTextSchema }),
  output: movedSchema.extend({ acceptanceId: z.uuid() }),
  async run({ tx, scope, now }, { assessmentId, roundId, summary }) {
    const { assessment } = await requireReview(tx, 'propose', { assessmentId, roundId });
    const { tenantId, campaignId } = assessment;
    const judged = await tx
      .select({ itemId: verdict.itemId })
      .from(verdict)
      .where(and(eq(verdict.roundId, roundId), isNotNull(verdict.value)));
    const done = new Set(judged.map((row) => row.itemId));
    const open = (await judgedItems(tx, roundId)).filter((item) => !done.has(item.itemId));
    if (open.length > 0) {
      throw new Refusal('verdicts-incomplete', { numbers: open.map((item) => item.number).join(', ') });
    }
    const [proposed] = await tx
      .insert(acceptance)
      .values({
        tenantId,
        id: newId(),
        campaignId,
        assessmentId,
        roundId,
        state: 'proposed',
        summary,
        proposedBy: scope.actor,
        proposedAt: now,
      })
      .returning();
    if (!proposed) throw new Error('the proposal was not kept');
    const moved = await moveAssessment(tx, assessment, { state: ASSESSMENT_TRANSITIONS.propose.to });
    const digests = await recordRevisions(tx, { now, by: scope.actor }, [
      { noun: 'acceptance', row: proposed, campaignId, assessmentId },
      { noun: 'assessment', row: moved, campaignId, assessmentId },
    ]);
    return {
      output: { state: moved.state, version: moved.version, acceptanceId: proposed.id },
      events: [
        {
          kind: 'acceptance.proposed',
          campaignId,
          assessmentId,
          objects: [proposed.id, roundId, assessmentId],
          payload: { digests },
        },
      ],
    };
  },
});
