import { z } from 'zod';
import { recordRevisions } from '@/db/revisions';
import { calendarDateSchema } from '@/domain/calendar-date';
import { bankDateOf, checkDueDate } from '@/domain/deadline';
import { freeTextSchema } from '@/domain/free-text';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { moveAssessment } from '../reviews/move-assessment';
import { requireReview } from '../reviews/require-review';
import { movedSchema } from '../reviews/review.schema';

/**
 * Another due date for one assessment whose vendor still owes answers. `version` is that of the assessment the date was
 * changed from: of two people who change it at once the second is refused. It needs a reason, which the
 * worker tells the vendor.
 */
export const extendDueDate = command({
  audience: 'bank',
  action: 'assessments.extend',
  input: z.strictObject({
    assessmentId: z.uuid(),
    dueDate: calendarDateSchema,
    version: z.int().min(1),
    reason: freeTextSchema(1000),
  }),
  output: movedSchema.extend({ dueDate: z.string() }),
  async run({ tx, scope, now }, { assessmentId, dueDate, version, reason }) {
    const { assessment } = await requireReview(tx, 'extend', { assessmentId });
    const { tenantId, campaignId } = assessment;
    if (assessment.version !== version) throw new Refusal('stale-record', {});
    if (checkDueDate(dueDate, bankDateOf(now)).kind === 'past') throw new Refusal('due-date-past', {});
    if (reason.trim() === '') throw new Refusal('reason-missing', {});
    const { state } = assessment;
    if (assessment.dueDate === dueDate) return { unchanged: { state, version, dueDate } };
    const moved = await moveAssessment(tx, assessment, { dueDate, dueDateReason: reason.trim() });
    const digests = await recordRevisions(tx, { now, by: scope.actor }, [
      { noun: 'assessment', row: moved, campaignId, assessmentId },
    ]);
    return {
      output: { state, version: moved.version, dueDate },
      events: [
        {
          kind: 'assessment.due_date_changed',
          campaignId,
          assessmentId,
          objects: [assessmentId],
          payload: { digests, dueDate, previousDueDate: assessment.dueDate, reason: reason.trim() },
        },
      ],
      wake: [{ kind: 'campaign.sweep', payload: { tenantId, campaignId } }],
    };
  },
});
