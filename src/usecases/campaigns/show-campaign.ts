import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { assessment, campaignTarget, pinnedItem } from '@/db/schema/campaign';
import { ASSESSMENT_STATES } from '@/domain/assessment-state';
import { CAMPAIGN_STATES } from '@/domain/campaign-state';
import { bankDateOf, remainingBusinessDays } from '@/domain/deadline';
import { TROUBLED_MAIL } from '../assessments/assessment-lines';
import { query } from '../query';
import { countStates } from './list-campaigns';
import { requireCampaign } from './require-campaign';

const MAX_TROUBLED = 50;

const troubleSchema = z.strictObject({
  mailId: z.uuid(),
  assessmentId: z.uuid(),
  vendorName: z.string(),
  kind: z.string(),
  state: z.string(),
  at: z.date(),
  failure: z.string().nullable(),
  recipientName: z.string(),
});

/** A campaign as a whole: its dates, how far it is, and the mails that need a look. Its vendors are a list of their own. */
export const showCampaign = query({
  audience: 'bank',
  action: 'campaigns.show',
  input: z.strictObject({ campaignId: z.uuid() }),
  output: z.strictObject({
    id: z.uuid(),
    name: z.string(),
    fiscalYear: z.int(),
    referenceDate: z.string(),
    dueDate: z.string(),
    closingTime: z.string(),
    /** In the bank's zone. */
    today: z.string(),
    remainingBusinessDays: z.int(),
    editionTitle: z.string(),
    state: z.enum(CAMPAIGN_STATES),
    itemCount: z.int(),
    /** Targets whose assessment is made, of all: what a launch in progress shows. */
    launchedTargets: z.int(),
    targets: z.int(),
    states: z.record(z.enum(ASSESSMENT_STATES), z.int()),
    bankItems: z.strictObject({ complete: z.int(), all: z.int() }),
    assessmentCount: z.int(),
    /** Mails that need a look: the newest, and how many there are. */
    troubled: z.strictObject({ total: z.int(), mails: z.array(troubleSchema) }),
  }),
  async run({ tx, now }, { campaignId }) {
    const row = await requireCampaign(tx, campaignId);
    const states = await tx
      .select({ state: assessment.state, count: sql<number>`count(*)::int` })
      .from(assessment)
      .where(eq(assessment.campaignId, campaignId))
      .groupBy(assessment.state);
    const troubled = await tx.execute<z.input<typeof troubleRow>>(sql`
      select m.id as "mailId", m.assessment_id as "assessmentId", w.name as "vendorName", m.kind, m.state,
        coalesce(m.sent_at, m.due_at) as at, m.failure, m.recipient_name as "recipientName",
        (count(*) over ())::int as total
      from tenant.mail m
      join tenant.assessment a on a.id = m.assessment_id
      join tenant.vendor w on w.id = a.vendor_id
      where m.campaign_id = ${campaignId} and ${TROUBLED_MAIL}
      order by m.due_at desc, m.id limit ${MAX_TROUBLED}`);
    const [targets] = await tx
      .select({ all: sql<number>`count(*)::int`, launched: sql<number>`count(${campaignTarget.launchedAt})::int` })
      .from(campaignTarget)
      .where(eq(campaignTarget.campaignId, campaignId));
    const [bankItems] = await tx
      .select({
        all: sql<number>`count(*)::int`,
        // Written out: in a select from one table the builder leaves tables' names away, also inside.
        complete: sql<number>`(count(*) filter (where exists (select 1 from tenant.answer a
          where a.item_id = tenant.pinned_item.id and a.slot = 'bank' and a.assessment_id is null and a.complete)))::int`,
      })
      .from(pinnedItem)
      .where(sql`${pinnedItem.campaignId} = ${campaignId} and ${pinnedItem.answeredBy} in ('bank', 'both')`);
    const itemCount = await tx.$count(pinnedItem, eq(pinnedItem.campaignId, campaignId));
    const { name, fiscalYear, referenceDate, dueDate, closingTime, editionTitle, state } = row;
    return {
      id: campaignId,
      name,
      fiscalYear,
      referenceDate,
      dueDate,
      closingTime,
      today: bankDateOf(now),
      remainingBusinessDays: remainingBusinessDays(now, dueDate),
      editionTitle,
      state,
      itemCount,
      launchedTargets: targets?.launched ?? 0,
      targets: targets?.all ?? 0,
      states: countStates(states),
      bankItems: { complete: bankItems?.complete ?? 0, all: bankItems?.all ?? 0 },
      assessmentCount: states.reduce((sum, each) => sum + each.count, 0),
      troubled: {
        total: troubled[0]?.total ?? 0,
        mails: troubled.map((row) => {
          const { total: _total, ...mail } = troubleRow.parse(row);
          return mail;
        }),
      },
    };
  },
});

const troubleRow = troubleSchema.extend({ at: z.coerce.date(), total: z.int() });
