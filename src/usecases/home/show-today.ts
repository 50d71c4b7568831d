import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { ASSESSMENT_STATES } from '@/domain/assessment-state';
import { upcomingOf } from '@/domain/upcoming';
import { assessmentLines, passes } from '../assessments/assessment-lines';
import { query } from '../query';
import { ANSWERABLE, UNANSWERED } from '../questions/open-questions';

const NAMED = 5;

const waitingSchema = z.strictObject({ count: z.int(), names: z.array(z.string()) });

/** What of the running campaigns waits for somebody, counted by the conditions of the lists behind the links. */
export const showToday = query({
  audience: 'bank',
  action: 'home.today',
  /** `mine`: only assessments that the reader is in charge of. */
  input: z.strictObject({ mine: z.boolean() }),
  output: z.strictObject({
    /** The reader's membership: who is in charge of what `mine` counts. */
    readerId: z.uuid(),
    campaigns: z.array(
      z.strictObject({
        campaignId: z.uuid(),
        trouble: waitingSchema,
        linkRequests: waitingSchema,
        overdue: waitingSchema,
        review: waitingSchema,
        approval: waitingSchema,
        /** The bank's own items: without a complete default answer, and put forward for approval. */
        bankItems: z.strictObject({ open: z.int(), proposed: z.int(), all: z.int() }),
        /** What vendors ask and nobody has answered. */
        questions: z.int(),
        /** The first vendors of each state, by reading. */
        stages: z.array(
          z.strictObject({
            state: z.enum(ASSESSMENT_STATES),
            vendors: z.array(z.strictObject({ id: z.uuid(), name: z.string() })),
          }),
        ),
        upcoming: z.array(
          z.strictObject({
            kind: z.enum(['reminder', 'overdue', 'due']),
            ordinal: z.int(),
            date: z.string(),
            time: z.string(),
            /** Vendors that still owe answers now. */
            owing: z.int(),
          }),
        ),
      }),
    ),
  }),
  async run({ tx, scope, now }, { mine }) {
    const lines = assessmentLines(sql`c.state in ('running', 'paused')`, now, {
      search: '',
      inChargeId: mine ? scope.memberId : null,
      criticality: null,
      apiKind: null,
    });
    const waiting = (filter: 'trouble' | 'link_request' | 'overdue' | 'review' | 'approval') => sql`jsonb_build_object(
      'count', count(line.id) filter (where ${passes(filter)}),
      'names', to_jsonb((coalesce(array_agg(line.vendor_name order by line.kana, line.id)
        filter (where ${passes(filter)}), '{}'))[1:${NAMED}]))`;
    const rows = await tx.execute<{ id: string; launchedAt: string } & Record<string, unknown>>(sql`
      select c.id, c.launched_at as "launchedAt", c.due_date::text as "dueDate", c.closing_time as "closingTime",
        c.reminder_days as "reminderDays", c.overdue_days as "overdueDays",
        ${waiting('trouble')} as trouble, ${waiting('link_request')} as "linkRequests", ${waiting('overdue')} as overdue, ${waiting('review')} as review,
        ${waiting('approval')} as approval,
        (count(line.id) filter (where line.state in ('not_started', 'answering', 'returned')))::int as owing
      from tenant.campaign c
      left join (${lines}) line on line.campaign_id = c.id
      where c.state in ('running', 'paused')
      group by c.tenant_id, c.id order by c.fiscal_year desc, c.created_at desc`);
    const bankItems = await tx.execute<{ campaignId: string; all: number; complete: number; proposed: number }>(sql`
      select i.campaign_id as "campaignId", count(distinct i.id)::int as all,
        (count(distinct i.id) filter (where b.complete))::int as complete,
        (count(distinct i.id) filter (where p.id is not null))::int as proposed
      from tenant.pinned_item i
      join tenant.campaign c on c.id = i.campaign_id and c.state in ('running', 'paused')
      left join tenant.answer b on b.item_id = i.id and b.slot = 'bank' and b.assessment_id is null
      left join tenant.bank_answer_proposal p on p.answer_id = b.id and p.decided_at is null
      where i.answered_by in ('bank', 'both') group by i.campaign_id`);
    const asked = await tx.execute<{ campaignId: string; open: number }>(sql`
      select q.campaign_id as "campaignId", count(*)::int as open
      from tenant.question q
      join tenant.assessment a on a.id = q.assessment_id
      join tenant.campaign c on c.id = q.campaign_id
      where ${UNANSWERED} and ${ANSWERABLE}
        and ${mine ? sql`a.in_charge_id = ${scope.memberId}` : sql`true`}
      group by q.campaign_id`);
    const named = await tx.execute<{ campaignId: string; state: string; id: string; name: string }>(sql`
      select campaign_id as "campaignId", state, id, vendor_name as name from (
        select line.*, row_number() over (partition by campaign_id, state order by kana, id) as place from (${lines}) line
      ) placed where place <= ${NAMED} order by campaign_id, state, place`);
    return {
      readerId: scope.memberId,
      campaigns: rows.map((raw) => {
        const row = campaignRow.parse(raw);
        const own = bankItems.find((each) => each.campaignId === row.id);
        const { id, owing, trouble, linkRequests, overdue, review, approval, ...dates } = row;
        return {
          campaignId: id,
          trouble,
          linkRequests,
          overdue,
          review,
          approval,
          bankItems: {
            open: (own?.all ?? 0) - (own?.complete ?? 0),
            proposed: own?.proposed ?? 0,
            all: own?.all ?? 0,
          },
          questions: asked.find((each) => each.campaignId === id)?.open ?? 0,
          stages: ASSESSMENT_STATES.map((state) => ({
            state,
            vendors: named
              .filter((each) => each.campaignId === id && each.state === state)
              .map((each) => ({ id: each.id, name: each.name })),
          })),
          upcoming: upcomingOf(dates, now).map((each) => ({ ...each, owing })),
        };
      }),
    };
  },
});

const campaignRow = z.object({
  id: z.uuid(),
  launchedAt: z.coerce.date(),
  dueDate: z.string(),
  closingTime: z.string(),
  reminderDays: z.array(z.int()),
  overdueDays: z.array(z.int()),
  trouble: waitingSchema,
  linkRequests: waitingSchema,
  overdue: waitingSchema,
  review: waitingSchema,
  approval: waitingSchema,
  owing: z.int(),
});
