import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { answerContentSchema } from '@/domain/answer';
import { bankDateOf } from '@/domain/deadline';
import { GAP_STATES, gapState, VERDICTS } from '@/domain/gap';
import { type PromisedDate, promisedDateSchema } from '@/domain/promised-date';
import { query } from '../query';
import { earlierAnswerSchema, earlierAnswers } from './earlier-answers';
import { gapRows, UNSETTLED } from './gap-rows';

const PAGE_SIZE = 50;

const gapSchema = z.strictObject({
  campaignId: z.uuid(),
  campaignName: z.string(),
  fiscalYear: z.int(),
  assessmentId: z.uuid(),
  vendorName: z.string(),
  serviceName: z.string(),
  itemId: z.uuid(),
  number: z.string(),
  category: z.string(),
  objective: z.string(),
  claim: answerContentSchema.shape.status,
  verdict: z.enum(VERDICTS).nullable(),
  current: z.string(),
  measure: z.string(),
  person: z.string(),
  promised: promisedDateSchema.nullable(),
  lastDay: z.string().nullable(),
  state: z.enum(GAP_STATES),
  /** The nearest earlier answer to the same question; null: nothing was submitted to it before. */
  before: earlierAnswerSchema.nullable(),
});

/** The gap of a row in SQL: as the domain's `gapState`. */
const STATE = (today: string) => sql`case when promised is null then 'unplanned'
  when last_day is null then 'undecided' when last_day < ${today}::date then 'overdue' else 'planned' end`;

/**
 * Open gaps of submitted rounds over all campaigns, the most urgent first: what is, what is promised, by when, overdue or
 * not, and what was promised the year before. A question to a service has one line, its newest answer's. Filters combine;
 * a page holds 50. Sums are those of the filter without its state.
 */
export const listGaps = query({
  audience: 'bank',
  action: 'gaps.list',
  input: z.strictObject({
    campaignId: z.uuid().nullable(),
    vendorId: z.uuid().nullable(),
    category: z.string().max(200).nullable(),
    state: z.enum(GAP_STATES).nullable(),
    page: z.int().min(1).max(100_000),
  }),
  output: z.strictObject({
    today: z.string(),
    page: z.int(),
    pageSize: z.int(),
    total: z.int(),
    sums: z.record(z.enum(GAP_STATES), z.int()),
    gaps: z.array(gapSchema),
    vendors: z.array(z.strictObject({ id: z.uuid(), name: z.string() })),
    categories: z.array(z.string()),
    campaigns: z.array(z.strictObject({ id: z.uuid(), name: z.string() })),
  }),
  async run({ tx, now }, input) {
    const today = bankDateOf(now);
    const looked: SQL[] = [UNSETTLED];
    if (input.campaignId) looked.push(sql`a.campaign_id = ${input.campaignId}`);
    if (input.vendorId) looked.push(sql`a.vendor_id = ${input.vendorId}`);
    const from = sql`from (${gapRows(sql.join(looked, sql` and `))}) gap
      left join tenant.commitment c on c.round_id = gap.round_id and c.item_id = gap.item_id
      join tenant.pinned_item p on p.id = gap.item_id
      where gap.open and ${input.category ? sql`p.category = ${input.category}` : sql`true`}`;
    const sums = await tx.execute<{ state: (typeof GAP_STATES)[number]; count: number }>(
      sql`select ${STATE(today)} as state, count(*)::int as count ${from} group by 1`,
    );
    const wanted = input.state ? sql`and ${STATE(today)} = ${input.state}` : sql``;
    const rows = await tx.execute<{
      campaignId: string;
      campaignName: string;
      fiscalYear: number;
      assessmentId: string;
      vendorName: string;
      serviceName: string;
      itemId: string;
      number: string;
      category: string;
      objective: string;
      claim: z.output<typeof gapSchema>['claim'];
      verdict: z.output<typeof gapSchema>['verdict'];
      current: string;
      measure: string | null;
      person: string | null;
      promised: PromisedDate | null;
      lastDay: string | null;
    }>(sql`
      select page.campaign_id as "campaignId", k.name as "campaignName", k.fiscal_year as "fiscalYear",
        page.assessment_id as "assessmentId", w.name as "vendorName", s.name as "serviceName", page.item_id as "itemId",
        page.number, page.category, page.objective, page.status as claim, v.value as verdict, r.content ->> 'current' as current,
        page.measure, page.person, page.promised, page.last_day::text as "lastDay"
      from (
        select gap.*, c.measure, c.person, c.promised, c.last_day, p.number, p.position, p.category, p.objective ${from} ${wanted}
        order by c.last_day nulls last, gap.assessment_id, p.position
        limit ${PAGE_SIZE} offset ${(input.page - 1) * PAGE_SIZE}
      ) page
      join tenant.answer_revision r on r.id = page.revision_id
      left join tenant.verdict v on v.round_id = page.round_id and v.item_id = page.item_id
      join tenant.campaign k on k.id = page.campaign_id
      join tenant.vendor w on w.id = page.vendor_id
      join tenant.service s on s.id = page.service_id
      order by page.last_day nulls last, page.assessment_id, page.position`);
    const before = await earlierAnswers(tx, rows, today);
    const vendors = await tx.execute<{ id: string; name: string }>(
      sql`select distinct w.id, w.name, w.kana from tenant.vendor w join tenant.assessment a on a.vendor_id = w.id order by w.kana`,
    );
    const categories = await tx.execute<{ category: string }>(
      sql`select category from tenant.pinned_item group by category order by min(position)`,
    );
    const campaigns = await tx.execute<{ id: string; name: string }>(
      sql`select id, name from tenant.campaign where state <> 'draft' order by fiscal_year desc, created_at desc`,
    );
    const counted = Object.fromEntries(GAP_STATES.map((state) => [state, 0])) as Record<
      (typeof GAP_STATES)[number],
      number
    >;
    for (const sum of sums) counted[sum.state] = sum.count;
    return {
      today,
      page: input.page,
      pageSize: PAGE_SIZE,
      total: input.state ? counted[input.state] : Object.values(counted).reduce((all, count) => all + count, 0),
      sums: counted,
      gaps: rows.map((row) => ({
        ...row,
        measure: row.measure ?? '',
        person: row.person ?? '',
        state: gapState(row.promised, today),
        before: before(row),
      })),
      vendors: vendors.map(({ id, name }) => ({ id, name })),
      categories: categories.map((row) => row.category),
      campaigns: campaigns.map(({ id, name }) => ({ id, name })),
    };
  },
});
