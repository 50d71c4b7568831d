import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { answer } from '@/db/schema/answer';
import { campaign, pinnedItem } from '@/db/schema/campaign';
import { answerContentSchema, sameContent } from '@/domain/answer';
import { ASSESSMENT_STATES } from '@/domain/assessment-state';
import { isAfterDeadline } from '@/domain/deadline';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { keepAnswers } from './keep-answers';
import { lockAssessment, requireWritable } from './require-assessment';

/**
 * One answer of the vendor. It names the version that it started from, 0 for none; a stale one is refused as
 * `stale-save` with the other text, unless both say the same. Anything may be left blank: only submission asks for all
 * of it. After the due date it works and is marked 期限後. The first save begins the answering, or takes it up after a
 * return.
 */
export const saveAnswer = command({
  audience: 'respondent',
  action: 'answers.save',
  input: z.strictObject({
    assessmentId: z.uuid(),
    itemId: z.uuid(),
    version: z.int().min(0),
    content: answerContentSchema,
    /** The way out of a collision: a line of its own in the history, so that the other text stays one. */
    resolves: z.boolean().optional(),
  }),
  output: z.strictObject({
    version: z.int(),
    savedAt: z.date(),
    /** 期限後. */
    afterDue: z.boolean(),
    state: z.enum(ASSESSMENT_STATES),
  }),
  async run({ tx, scope, now }, { assessmentId, itemId, version, content, resolves }) {
    const owner = await lockAssessment(tx, assessmentId);
    const [found] = await tx
      .select({ answeredBy: pinnedItem.answeredBy, item: pinnedItem.content, campaign, before: answer })
      .from(pinnedItem)
      .innerJoin(campaign, eq(campaign.id, pinnedItem.campaignId))
      .leftJoin(
        answer,
        and(eq(answer.itemId, pinnedItem.id), eq(answer.slot, 'vendor'), eq(answer.assessmentId, assessmentId)),
      )
      .where(eq(pinnedItem.id, itemId))
      .prepare('answer_to_save')
      .execute();
    if (!found) throw new Refusal('not-found', {});
    if (found.answeredBy === 'bank') throw new Refusal('item-not-answered-here', {});
    requireWritable(found.campaign, owner);
    const { before } = found;
    const afterDue = isAfterDeadline(now, owner.dueDate, found.campaign.closingTime);
    if (before && sameContent(before.content, content)) {
      const { version: kept, updatedAt: savedAt } = before;
      return { unchanged: { version: kept, savedAt, afterDue, state: owner.state } };
    }
    if (version !== (before?.version ?? 0)) {
      throw new Refusal('stale-save', {
        theirs: before?.content ?? null,
        version: before?.version ?? 0,
        by: before && before.by.kind !== 'system' ? before.by.name : '',
        at: before?.updatedAt ?? now,
      });
    }
    const { state, events } = await keepAnswers(tx, { scope, now }, { owner, campaign: found.campaign }, [
      { item: { id: itemId, content: found.item }, before, content, line: resolves ? 'resolution' : undefined },
    ]);
    return { output: { version: version + 1, savedAt: now, afterDue, state }, events };
  },
});
