import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { requireCampaign } from '../campaigns/require-campaign';
import { query } from '../query';
import { assessmentLines, orderOf, passes } from './assessment-lines';
import { assessmentLineSchema, assessmentSearchSchema } from './list-assessments';
import { requirePerson } from './require-person';

/** As many as one piece of work takes. */
const MAX_MATCHING = 500;

/** Everything that a view of the table lets through, over its pages: what can be chosen for work on many. */
export const listMatching = query({
  audience: 'bank',
  action: 'assessments.listMatching',
  input: assessmentSearchSchema,
  output: z.strictObject({
    lines: z.array(
      assessmentLineSchema.pick({ id: true, vendorName: true, inChargeId: true, state: true, dueDate: true }),
    ),
  }),
  async run({ tx, now }, { campaignId, filter, sort: _sort, descending: _descending, ...sought }) {
    await requireCampaign(tx, campaignId);
    await requirePerson(tx, sought.inChargeId);
    const lines = await tx.execute<z.infer<typeof assessmentLineSchema>>(sql`
      select line.id, line.vendor_name as "vendorName", line.in_charge_id as "inChargeId",
        line.state, line.due_date::text as "dueDate"
      from (${assessmentLines(sql`c.id = ${campaignId}`, now, sought)}) line
      where ${passes(filter)} order by ${orderOf('vendor', false)} limit ${MAX_MATCHING}`);
    return { lines: [...lines] };
  },
});
