import { and, eq, isNotNull } from 'drizzle-orm';
import { z } from 'zod';
import { newId } from '@/db/new-id';
import { recordRevisions } from '@/db/revisions';
import { bankProfile } from '@/db/schema/bank';
import { acceptance, verdict } from '@/db/schema/review';
import { calendarDateSchema } from '@/domain/calendar-date';
import { bankDateOf } from '@/domain/deadline';
import { Refusal } from '@/domain/refusal';
import { ASSESSMENT_TRANSITIONS } from '@/domain/transitions';
import { command } from '../command';
import { moveAssessment } from './move-assessment';
import { judgedItems, requireReview } from './require-review';
import { movedSchema, reviewTextSchema } from './review.schema';

/**
 * 起案: puts the round forward for another person's approval, with conditions, one of the bank's grades and the date of
 * the next assessment. `verdicts-incomplete` names the 通番 without a verdict, `grade-unknown` the grades that there are;
 * a bank without grades gives none.
 */
export const proposeAcceptance = command({
  audience: 'bank',
  action: 'reviews.propose',
  input: z.strictObject({
    assessmentId: z.uuid(),
    roundId: z.uuid(),
    summary: reviewTextSchema,
    /** '' without any. */
    conditions: reviewTextSchema.default(''),
    grade: z.string().max(50).nullable().default(null),
    /** Null: not said. */
    nextDate: calendarDateSchema.nullable().default(null),
  }),
  output: movedSchema.extend({ acceptanceId: z.uuid() }),
  async run({ tx, scope, now }, { assessmentId, roundId, summary, conditions, grade, nextDate }) {
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
    const [profile] = await tx.select({ grades: bankProfile.grades }).from(bankProfile);
    const grades = profile?.grades ?? [];
    if (grade === null ? grades.length > 0 : !grades.includes(grade)) {
      throw new Refusal('grade-unknown', { grades: grades.join(', ') || 'none' });
    }
    if (nextDate !== null && nextDate <= bankDateOf(now)) throw new Refusal('next-date-past', {});
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
        conditions,
        grade,
        nextDate,
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
