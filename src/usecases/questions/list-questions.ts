import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { QUESTION_STATES, type QuestionState } from '@/domain/question';
import { requirePerson } from '../assessments/require-person';
import { requireCampaign } from '../campaigns/require-campaign';
import { query } from '../query';
import { QUESTION_STATE } from './open-questions';

const PAGE_SIZE = 50;

const lineSchema = z.strictObject({
  questionId: z.uuid(),
  campaignId: z.uuid(),
  campaignName: z.string(),
  assessmentId: z.uuid(),
  vendorName: z.string(),
  serviceName: z.string(),
  /** 通番 as printed. */
  number: z.string(),
  objective: z.string(),
  text: z.string(),
  askedBy: z.string(),
  askedAt: z.date(),
  state: z.enum(QUESTION_STATES),
  answer: z.string().nullable(),
  answeredBy: z.string(),
  answeredAt: z.date().nullable(),
  inCharge: z.string().nullable(),
});

/** The vendors' questions over all campaigns: the open ones oldest first, the others newest first. A page holds 50. */
export const listQuestions = query({
  audience: 'bank',
  action: 'questions.list',
  input: z.strictObject({
    campaignId: z.uuid().nullable(),
    /** Only of assessments that this member is in charge of. */
    inChargeId: z.uuid().nullable(),
    /** Null: whatever its state. */
    state: z.enum(QUESTION_STATES).nullable(),
    page: z.int().min(1).max(100_000),
  }),
  output: z.strictObject({
    page: z.int(),
    pageSize: z.int(),
    total: z.int(),
    counts: z.record(z.enum(QUESTION_STATES), z.int()),
    questions: z.array(lineSchema),
    campaigns: z.array(z.strictObject({ id: z.uuid(), name: z.string() })),
  }),
  async run({ tx }, { campaignId, inChargeId, state, page }) {
    if (campaignId !== null) await requireCampaign(tx, campaignId);
    await requirePerson(tx, inChargeId);
    const found = sql`
      select q.*, c.name as campaign_name, a.vendor_id, a.service_id, a.in_charge_id, ${QUESTION_STATE} as state
      from tenant.question q
      join tenant.assessment a on a.id = q.assessment_id
      join tenant.campaign c on c.id = q.campaign_id
      where ${campaignId === null ? sql`true` : sql`q.campaign_id = ${campaignId}`}
        and ${inChargeId === null ? sql`true` : sql`a.in_charge_id = ${inChargeId}`}`;
    const sums = await tx.execute<{ state: QuestionState; count: number }>(
      sql`select state, count(*)::int as count from (${found}) line group by state`,
    );
    const counts = Object.fromEntries(
      QUESTION_STATES.map((each) => [each, sums.find((sum) => sum.state === each)?.count ?? 0]),
    ) as Record<QuestionState, number>;
    const rows = await tx.execute<z.input<typeof lineRow>>(sql`
      select line.id as "questionId", line.campaign_id as "campaignId", line.campaign_name as "campaignName",
        line.assessment_id as "assessmentId", w.name as "vendorName", s.name as "serviceName", p.number, p.objective,
        line.text, coalesce(line.asked_by ->> 'name', '') as "askedBy", line.asked_at as "askedAt", line.state, line.answer,
        coalesce(line.answered_by ->> 'name', '') as "answeredBy", line.answered_at as "answeredAt", m.name as "inCharge"
      from (${found}) line
      join tenant.vendor w on w.id = line.vendor_id
      join tenant.service s on s.id = line.service_id
      join tenant.pinned_item p on p.id = line.item_id
      left join tenant.member m on m.id = line.in_charge_id
      where ${state === null ? sql`true` : sql`line.state = ${state}`}
      order by (line.state = 'open') desc, case when line.state = 'open' then line.asked_at end, line.asked_at desc, line.id
      limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}`);
    const campaigns = await tx.execute<{ id: string; name: string }>(
      sql`select id, name from tenant.campaign where state <> 'draft' order by fiscal_year desc, created_at desc`,
    );
    return {
      page,
      pageSize: PAGE_SIZE,
      total: state === null ? QUESTION_STATES.reduce((sum, each) => sum + counts[each], 0) : counts[state],
      counts,
      questions: rows.map((row) => lineRow.parse(row)),
      campaigns: campaigns.map(({ id, name }) => ({ id, name })),
    };
  },
});

const lineRow = lineSchema.extend({ askedAt: z.coerce.date(), answeredAt: z.coerce.date().nullable() });
