import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { ASSESSMENT_STATES } from '@/domain/assessment-state';
import { assessmentLines, orderOf } from '../assessments/assessment-lines';
import { requireCampaign } from '../campaigns/require-campaign';
import { claimCountRows } from '../gaps/gap-rows';
import { query } from '../query';

const rowSchema = z.object({
  vendorName: z.string(),
  serviceName: z.string(),
  state: z.enum(ASSESSMENT_STATES),
  answeredCount: z.int(),
  itemCount: z.int(),
  dueDate: z.string(),
  lastActivityAt: z.coerce.date().nullable(),
  /** Open ones of submitted rounds; null before a submission. */
  gaps: z.int().nullable(),
  mailState: z.enum(['none', 'planned', 'sent', 'troubled']),
  inCharge: z.string().nullable(),
});
export type CampaignTableRow = z.output<typeof rowSchema>;

/** Every assessment of a campaign in a row, in two queries. Before a submission only how much is answered, never what. */
export const readCampaignTable = query({
  audience: 'system',
  action: 'system.readCampaignTable',
  input: z.strictObject({ campaignId: z.uuid() }),
  output: z.strictObject({ campaignName: z.string(), rows: z.array(rowSchema) }),
  async run({ tx, now }, { campaignId }) {
    const { name } = await requireCampaign(tx, campaignId);
    const everything = { search: '', inChargeId: null, criticality: null, apiKind: null };
    const lines = assessmentLines(sql`c.id = ${campaignId}`, now, everything);
    const rows = await tx.execute(sql`
      select line.vendor_name as "vendorName", line.service_name as "serviceName", line.state,
        line.answered_count as "answeredCount", line.item_count as "itemCount", line.due_date::text as "dueDate",
        line.last_activity_at as "lastActivityAt", claims.gaps, line.in_charge as "inCharge",
        case when line.troubled then 'troubled' else coalesce(mails.state, 'none') end as "mailState"
      from (${lines}) line
      left join (${claimCountRows(sql`a.campaign_id = ${campaignId}`)}) claims on claims.assessment_id = line.id
      left join (select m.assessment_id, max(case when m.state = 'sent' then 'sent' else 'planned' end) as state
        from tenant.mail m where m.campaign_id = ${campaignId} and m.member_id is null
        group by m.assessment_id) mails on mails.assessment_id = line.id
      order by ${orderOf('vendor', false)}`);
    return { campaignName: name, rows: rows.map((row) => rowSchema.parse(row)) };
  },
});
