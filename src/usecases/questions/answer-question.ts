import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordRevisions } from '@/db/revisions';
import { question } from '@/db/schema/answering';
import { isAnswerable } from '@/domain/question';
import { Refusal } from '@/domain/refusal';
import { requireAssessment, requireCampaign } from '../campaigns/require-campaign';
import { command } from '../command';
import { questionTextSchema } from './question.schema';

/**
 * The bank's answer to a question, or a correction of it, which the vendor is told of again; earlier answers stay as
 * revisions. It names the version that it started from: `stale-save` carries what a colleague answered meanwhile.
 * Refuses `question-taken-back`, and `not-allowed-in-state` once the assessment or its campaign has ended.
 */
export const answerQuestion = command({
  audience: 'bank',
  action: 'questions.answer',
  input: z.strictObject({
    assessmentId: z.uuid(),
    questionId: z.uuid(),
    version: z.int().min(1),
    answer: questionTextSchema,
  }),
  output: z.strictObject({ version: z.int() }),
  async run({ tx, scope, now }, { assessmentId, questionId, version, answer }) {
    const owner = await requireAssessment(tx, assessmentId, true);
    const { campaignId, state } = owner;
    const campaign = await requireCampaign(tx, campaignId);
    const asked = and(eq(question.id, questionId), eq(question.assessmentId, assessmentId));
    const [before] = await tx.select().from(question).where(asked);
    if (!before) throw new Refusal('not-found', {});
    if (before.takenBackAt !== null) throw new Refusal('question-taken-back', {});
    if (!isAnswerable(campaign.state, state)) throw new Refusal('not-allowed-in-state', { state });
    if (before.answer === answer) return { unchanged: { version: before.version } };
    if (version !== before.version) {
      throw new Refusal('stale-save', {
        theirs: before.answer ?? '',
        version: before.version,
        by: before.answeredBy?.kind === 'member' ? before.answeredBy.name : '',
        at: before.answeredAt ?? now,
      });
    }
    const [row] = await tx
      .update(question)
      // What no mail has told of yet is told of again.
      .set({ answer, answeredBy: scope.actor, answeredAt: now, answeredMailId: null, version: version + 1 })
      .where(asked)
      .returning();
    if (!row) throw new Refusal('not-found', {});
    const digests = await recordRevisions(tx, { now, by: scope.actor }, [
      { noun: 'question', row, campaignId, assessmentId },
    ]);
    return {
      output: { version: row.version },
      events: [
        {
          kind: before.answer === null ? 'question.answered' : 'question.answer_corrected',
          campaignId,
          assessmentId,
          objects: [questionId, row.itemId],
          payload: { digests },
        },
      ],
    };
  },
});
