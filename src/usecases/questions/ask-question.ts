import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { newId } from '@/db/new-id';
import { recordRevisions } from '@/db/revisions';
import { question } from '@/db/schema/answering';
import { assessment, campaign, pinnedItem } from '@/db/schema/campaign';
import { MAX_OPEN_QUESTIONS, whyNotAskable } from '@/domain/question';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { lockAssessment } from '../responses/require-assessment';
import { questionTextSchema } from './question.schema';

/**
 * A question of the vendor's about one item, by the lead or a colleague who has the item. The bank reads it at once, also
 * before a submission. The same words sent twice, as after a lost line, are one question. Refuses `question-too-many`.
 */
export const askQuestion = command({
  audience: 'respondent',
  action: 'questions.ask',
  input: z.strictObject({ assessmentId: z.uuid(), itemId: z.uuid(), text: questionTextSchema }),
  output: z.strictObject({ questionId: z.uuid() }),
  async run({ tx, scope, now }, { assessmentId, itemId, text }) {
    const owner = await lockAssessment(tx, assessmentId);
    const { tenantId, campaignId } = owner;
    const [found] = await tx
      .select({ answeredBy: pinnedItem.answeredBy, campaignState: campaign.state })
      .from(pinnedItem)
      .innerJoin(campaign, eq(campaign.id, pinnedItem.campaignId))
      .where(eq(pinnedItem.id, itemId));
    if (!found) throw new Refusal('not-found', {});
    if (found.answeredBy === 'bank') throw new Refusal('item-not-answered-here', {});
    const reason = whyNotAskable(found.campaignState, owner.state);
    if (reason !== null) throw new Refusal(reason, {});
    const open = await tx
      .select({ id: question.id, itemId: question.itemId, text: question.text, invitationId: question.invitationId })
      .from(question)
      .where(and(eq(question.assessmentId, assessmentId), isNull(question.answeredAt), isNull(question.takenBackAt)));
    const same = open.find(
      (each) => each.itemId === itemId && each.text === text && each.invitationId === scope.invitationId,
    );
    if (same) return { unchanged: { questionId: same.id } };
    if (open.length >= MAX_OPEN_QUESTIONS) throw new Refusal('question-too-many', { max: MAX_OPEN_QUESTIONS });
    const [row] = await tx
      .insert(question)
      .values({
        tenantId,
        id: newId(),
        campaignId,
        assessmentId,
        itemId,
        invitationId: scope.invitationId,
        text,
        askedBy: scope.actor,
        askedAt: now,
      })
      .returning();
    if (!row) throw new Refusal('not-found', {});
    await tx.update(assessment).set({ lastActivityAt: now }).where(eq(assessment.id, assessmentId));
    const digests = await recordRevisions(tx, { now, by: scope.actor }, [
      { noun: 'question', row, campaignId, assessmentId },
    ]);
    return {
      output: { questionId: row.id },
      events: [{ kind: 'question.asked', campaignId, assessmentId, objects: [row.id, itemId], payload: { digests } }],
    };
  },
});
