import { z } from 'zod';
import { whyLeftOut } from '@/domain/bulk-work';
import { calendarDateSchema } from '@/domain/calendar-date';
import { bankDateOf, checkDueDate } from '@/domain/deadline';
import { freeTextSchema } from '@/domain/free-text';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { changeChosen, sweepsOf } from './change-chosen';
import { bulkOutcomeSchema, chosenIdsSchema, partChosen, requireChosen } from './chosen-assessments';

/**
 * Another due date for every chosen assessment whose vendor still owes answers, with a reason that the worker's mail
 * tells the vendor. All of them or none; who owes nothing any more is left out and named.
 */
export const extendMany = command({
  audience: 'bank',
  action: 'assessments.extendMany',
  input: z.strictObject({
    assessmentIds: chosenIdsSchema,
    dueDate: calendarDateSchema,
    reason: freeTextSchema(1000),
  }),
  output: bulkOutcomeSchema,
  async run({ tx, scope, now }, { assessmentIds, dueDate, reason }) {
    const chosen = await requireChosen(tx, assessmentIds);
    if (checkDueDate(dueDate, bankDateOf(now)).kind === 'past') throw new Refusal('due-date-past', {});
    if (reason.trim() === '') throw new Refusal('reason-missing', {});
    const { able, left } = partChosen(chosen, ({ assessment, campaign }) =>
      whyLeftOut({ action: 'extend', dueDate }, { ...assessment, campaignState: campaign.state }),
    );
    const rows = able.map((each) => each.assessment);
    const dueDateReason = reason.trim();
    const [first, ...rest] = await changeChosen(
      tx,
      { now, by: scope.actor },
      rows,
      { dueDate, dueDateReason },
      {
        kind: 'assessment.due_date_changed',
        payload: (row) => ({ dueDate, previousDueDate: row.dueDate, reason: dueDateReason }),
      },
    );
    const output = { done: rows.map((row) => row.id), left };
    return first ? { output, events: [first, ...rest], wake: sweepsOf(rows) } : { unchanged: output };
  },
});
