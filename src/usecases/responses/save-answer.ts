import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { newId } from '@/db/new-id';
import { recordRevisions } from '@/db/revisions';
import { answer, answerRevision } from '@/db/schema/answer';
import { assessment, campaign, pinnedItem } from '@/db/schema/campaign';
import { answerContentSchema, MISSING_PARTS, missingIn, sameContent } from '@/domain/answer';
import { answerDigest } from '@/domain/answer-digest';
import { ASSESSMENT_STATES } from '@/domain/assessment-state';
import { isAfterDeadline } from '@/domain/deadline';
import { Refusal } from '@/domain/refusal';
import { nextAssessmentState } from '@/domain/transitions';
import { command } from '../command';
import { lockAssessment, requireWritable } from './require-assessment';

/**
 * One answer of the vendor. It names the version that it started from, 0 for none; a stale one is refused as
 * `stale-save` with the other text, unless both say the same. Anything may be left blank: only submission asks for all
 * of it. After the due date it works and is marked 期限後. The first save begins the answering, or takes it up after a
 * return. People wait for this at every pause in their typing, so its statements are prepared once a connection.
 */
export const saveAnswer = command({
  audience: 'respondent',
  action: 'answers.save',
  input: z.strictObject({
    assessmentId: z.uuid(),
    itemId: z.uuid(),
    version: z.int().min(0),
    content: answerContentSchema,
  }),
  output: z.strictObject({
    version: z.int(),
    savedAt: z.date(),
    missing: z.array(z.enum(MISSING_PARTS)),
    /** 期限後. */
    afterDue: z.boolean(),
    answeredCount: z.int(),
    state: z.enum(ASSESSMENT_STATES),
  }),
  async run({ tx, scope, now }, { assessmentId, itemId, version, content }) {
    const { tenantId } = scope;
    const owner = await lockAssessment(tx, assessmentId);
    const { campaignId } = owner;
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
    const missing = missingIn(content, found.item);
    if (before && sameContent(before.content, content)) {
      const { answeredCount, state } = owner;
      return {
        unchanged: { version: before.version, savedAt: before.updatedAt, missing, afterDue, answeredCount, state },
      };
    }
    if (version !== (before?.version ?? 0)) {
      throw new Refusal('stale-save', {
        theirs: before?.content ?? null,
        version: before?.version ?? 0,
        by: before && before.by.kind !== 'system' ? before.by.name : '',
        at: before?.updatedAt ?? now,
      });
    }
    const revisionId = newId();
    const place = { tenantId, campaignId, itemId, slot: 'vendor' as const, assessmentId };
    const facts = {
      content,
      status: content.status,
      complete: missing.length === 0,
      version: version + 1,
      revisionId,
      updatedAt: now,
      by: scope.actor,
    };
    const answerId = before?.id ?? newId();
    if (before) {
      await tx.update(answer).set(facts).where(eq(answer.id, answerId)).prepare('answer_changed').execute();
    } else {
      await tx
        .insert(answer)
        .values({ id: answerId, ...place, ...facts })
        .prepare('answer_begun')
        .execute();
    }
    const digest = answerDigest(content);
    await tx
      .insert(answerRevision)
      .values({
        id: revisionId,
        answerId,
        ...place,
        version: facts.version,
        content,
        status: content.status,
        digest,
        afterDue,
        sitting: scope.sitting,
        at: now,
        by: scope.actor,
      })
      .prepare('answer_revised')
      .execute();
    const state =
      nextAssessmentState(owner.state, 'begin_answering') ??
      nextAssessmentState(owner.state, 'resume_answering') ??
      owner.state;
    const answeredCount = owner.answeredCount + Number(facts.complete) - Number(before?.complete ?? false);
    const [changed] = await tx
      .update(assessment)
      .set({ state, answeredCount, lastActivityAt: now })
      .where(eq(assessment.id, assessmentId))
      .returning()
      .prepare('assessment_answered')
      .execute();
    if (!changed) throw new Refusal('not-found', {});
    // Counts and times follow from the answers; only a change of state is a version of its own.
    const moved =
      state === owner.state
        ? {}
        : await recordRevisions(tx, { now, by: scope.actor }, [
            { noun: 'assessment', row: changed, campaignId, assessmentId },
          ]);
    return {
      output: { version: facts.version, savedAt: now, missing, afterDue, answeredCount, state },
      events: [
        {
          kind: 'answer.saved',
          campaignId,
          assessmentId,
          objects: [answerId, itemId, revisionId],
          payload: { digests: { [revisionId]: digest, ...moved }, version: facts.version, afterDue },
        },
      ],
    };
  },
});
