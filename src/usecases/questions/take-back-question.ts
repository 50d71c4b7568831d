import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordRevisions } from '@/db/revisions';
import { question } from '@/db/schema/answering';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { lockAssessment } from '../responses/require-assessment';

/**
 * Takes a question back while nobody has answered it（`question-answered`）: by who asked, or by the lead
 * （`question-not-own`）. It stays on record, with the word that it was taken back.
 */
export const takeBackQuestion = command({
  audience: 'respondent',
  action: 'questions.takeBack',
  input: z.strictObject({ assessmentId: z.uuid(), questionId: z.uuid() }),
  output: z.strictObject({ questionId: z.uuid() }),
  async run({ tx, scope, now }, { assessmentId, questionId }) {
    const { campaignId } = await lockAssessment(tx, assessmentId);
    const mine = and(eq(question.id, questionId), eq(question.assessmentId, assessmentId));
    const [before] = await tx.select().from(question).where(mine);
    if (!before) throw new Refusal('not-found', {});
    if (before.takenBackAt !== null) return { unchanged: { questionId } };
    if (before.answeredAt !== null) throw new Refusal('question-answered', {});
    if (!scope.isLead && before.invitationId !== scope.invitationId) throw new Refusal('question-not-own', {});
    const [row] = await tx
      .update(question)
      .set({ takenBackAt: now, version: before.version + 1 })
      .where(mine)
      .returning();
    if (!row) throw new Refusal('not-found', {});
    const digests = await recordRevisions(tx, { now, by: scope.actor }, [
      { noun: 'question', row, campaignId, assessmentId },
    ]);
    return {
      output: { questionId },
      events: [
        {
          kind: 'question.taken_back',
          campaignId,
          assessmentId,
          objects: [questionId, row.itemId],
          payload: { digests },
        },
      ],
    };
  },
});
