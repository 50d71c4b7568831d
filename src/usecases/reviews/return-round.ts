import { and, eq, ne } from 'drizzle-orm';
import { z } from 'zod';
import { recordRevisions } from '@/db/revisions';
import { comment, round } from '@/db/schema/review';
import { calendarDateSchema } from '@/domain/calendar-date';
import { bankDateOf, checkDueDate } from '@/domain/deadline';
import { Refusal } from '@/domain/refusal';
import { ASSESSMENT_TRANSITIONS } from '@/domain/transitions';
import { command } from '../command';
import { moveAssessment } from './move-assessment';
import { releaseRound } from './release-round';
import { requireReview, requireSubmitted } from './require-review';
import { movedSchema, reviewTextSchema } from './review.schema';

/**
 * 差戻し: releases verdicts and comments and asks for another round by a new due date. Refuses `comments-missing`
 * without a comment on any item, and `due-date-past`.
 */
export const returnRound = command({
  audience: 'bank',
  action: 'reviews.return',
  input: z.strictObject({
    assessmentId: z.uuid(),
    roundId: z.uuid(),
    dueDate: calendarDateSchema,
    /** To the vendor about the whole; may be blank. */
    message: reviewTextSchema,
  }),
  output: movedSchema,
  async run({ tx, scope, now }, { assessmentId, roundId, dueDate, message }) {
    const { assessment, newest } = await requireReview(tx, 'return', { assessmentId, roundId });
    const { tenantId, campaignId } = assessment;
    const said = await tx.$count(comment, and(eq(comment.roundId, roundId), ne(comment.body, '')));
    if (said === 0) throw new Refusal('comments-missing', {});
    if (checkDueDate(dueDate, bankDateOf(now)).kind === 'past') throw new Refusal('due-date-past', {});
    const released = await releaseRound(tx, requireSubmitted(newest), now);
    const [returned] = await tx
      .update(round)
      .set({ state: 'returned', returnedAt: now, returnMessage: message })
      .where(eq(round.id, roundId))
      .returning();
    if (!returned) throw new Refusal('not-found', {});
    const moved = await moveAssessment(tx, assessment, {
      state: ASSESSMENT_TRANSITIONS.return.to,
      roundNumber: returned.number + 1,
      dueDate,
      openedAt: null,
    });
    const digests = await recordRevisions(tx, { now, by: scope.actor }, [
      { noun: 'round', row: returned, campaignId, assessmentId },
      { noun: 'assessment', row: moved, campaignId, assessmentId },
      ...released,
    ]);
    return {
      output: { state: moved.state, version: moved.version },
      events: [
        {
          kind: 'round.returned',
          campaignId,
          assessmentId,
          objects: [roundId, assessmentId],
          payload: { digests, round: returned.number, comments: said, dueDate, previousDueDate: assessment.dueDate },
        },
      ],
      wake: [{ kind: 'campaign.sweep', payload: { tenantId, campaignId } }],
    };
  },
});
