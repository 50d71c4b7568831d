import { z } from 'zod';
import { whyLeftOut } from '@/domain/bulk-work';
import { Refusal } from '@/domain/refusal';
import { ASSESSMENT_TRANSITIONS } from '@/domain/transitions';
import { command } from '../command';
import { reviewTextSchema } from '../reviews/review.schema';
import { changeChosen, sweepsOf } from './change-chosen';
import { bulkOutcomeSchema, chosenIdsSchema, partChosen, requireChosen } from './chosen-assessments';

/** 取下げ of every chosen assessment that can be withdrawn, with a reason that stays inside the bank. All or none. */
export const withdrawMany = command({
  audience: 'bank',
  action: 'assessments.withdrawMany',
  input: z.strictObject({ assessmentIds: chosenIdsSchema, reason: reviewTextSchema }),
  output: bulkOutcomeSchema,
  async run({ tx, scope, now }, { assessmentIds, reason }) {
    const chosen = await requireChosen(tx, assessmentIds);
    if (reason.trim() === '') throw new Refusal('reason-missing', {});
    const { able, left } = partChosen(chosen, ({ assessment, campaign }) =>
      whyLeftOut({ action: 'withdraw' }, { ...assessment, campaignState: campaign.state }),
    );
    const rows = able.map((each) => each.assessment);
    const [first, ...rest] = await changeChosen(
      tx,
      { now, by: scope.actor },
      rows,
      { state: ASSESSMENT_TRANSITIONS.withdraw.to },
      { kind: 'assessment.withdrawn', payload: (row) => ({ from: row.state, reason }) },
    );
    const output = { done: rows.map((row) => row.id), left };
    return first ? { output, events: [first, ...rest], wake: sweepsOf(rows) } : { unchanged: output };
  },
});
