import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '@/db/client';
import { member } from '@/db/schema/bank';
import { whyLeftOut } from '@/domain/bulk-work';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { changeChosen } from './change-chosen';
import { bulkOutcomeSchema, chosenIdsSchema, partChosen, requireChosen } from './chosen-assessments';

/** Names the person in charge（担当）of every chosen assessment, or nobody. Auditors and disabled members can't be. */
export const assignAssessments = command({
  audience: 'bank',
  action: 'assessments.assign',
  input: z.strictObject({ assessmentIds: chosenIdsSchema, memberId: z.uuid().nullable() }),
  output: bulkOutcomeSchema,
  async run({ tx, scope, now }, { assessmentIds, memberId }) {
    const chosen = await requireChosen(tx, assessmentIds);
    if (memberId !== null) await requireInOffice(tx, memberId);
    const { able, left } = partChosen(chosen, ({ assessment, campaign }) =>
      whyLeftOut({ action: 'assign', memberId }, { ...assessment, campaignState: campaign.state }),
    );
    const rows = able.map((each) => each.assessment);
    const [first, ...rest] = await changeChosen(
      tx,
      { now, by: scope.actor },
      rows,
      { inChargeId: memberId },
      {
        kind: 'assessment.assigned',
        payload: (row) => ({ inChargeId: memberId, previousInChargeId: row.inChargeId }),
      },
    );
    const output = { done: rows.map((row) => row.id), left };
    return first ? { output, events: [first, ...rest] } : { unchanged: output };
  },
});

async function requireInOffice(tx: Transaction, memberId: string): Promise<void> {
  const [row] = await tx.select().from(member).where(eq(member.id, memberId));
  if (!row || row.disabledAt !== null || row.roles.includes('auditor')) throw new Refusal('not-found', {});
}
