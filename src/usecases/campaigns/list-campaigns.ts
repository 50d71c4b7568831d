import { desc, eq, inArray, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '@/db/client';
import { assessment, campaign, campaignTarget } from '@/db/schema/campaign';
import { ASSESSMENT_STATES, type AssessmentState } from '@/domain/assessment-state';
import { CAMPAIGN_STATES } from '@/domain/campaign-state';
import { gapCounts } from '../gaps/gap-rows';
import { query } from '../query';

export const campaignLineSchema = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  fiscalYear: z.int(),
  referenceDate: z.string(),
  dueDate: z.string(),
  closingTime: z.string(),
  state: z.enum(CAMPAIGN_STATES),
  launchedAt: z.date().nullable(),
  closedAt: z.date().nullable(),
  targets: z.int(),
  /** Assessments in each state. */
  states: z.record(z.enum(ASSESSMENT_STATES), z.int()),
  /** Of submitted rounds: now, or when an older campaign was closed. */
  gaps: z.int(),
  /** Past their promised day; null for older campaigns, whose promises newer ones have taken up. */
  overdueGaps: z.int().nullable(),
});

const PAGE_SIZE = 20;
const NEWEST_FIRST = [desc(campaign.fiscalYear), desc(campaign.createdAt), desc(campaign.id)];
const CLOSED = eq(campaign.state, 'closed');

/**
 * The campaigns that are not closed with their figures, and a page of the closed ones, the newest first. The same
 * number of queries whatever their number; the gaps of years long past are not counted again but shown as they were
 * closed. Of the closed ones the newest alone is counted day by day: last year's promises are held against this
 * year's facts. It is `latestClosed`, whatever page is shown.
 */
export const listCampaigns = query({
  audience: 'bank',
  action: 'campaigns.list',
  input: z.strictObject({ page: z.int().min(1).max(10_000) }),
  output: z.strictObject({
    now: z.date(),
    campaigns: z.array(campaignLineSchema),
    latestClosed: campaignLineSchema.nullable(),
    past: z.strictObject({
      page: z.int(),
      pageSize: z.int(),
      total: z.int(),
      campaigns: z.array(campaignLineSchema),
    }),
  }),
  async run({ tx, now }, { page }) {
    const open = await tx
      .select()
      .from(campaign)
      .where(ne(campaign.state, 'closed'))
      .orderBy(...NEWEST_FIRST);
    const [latest] = await tx
      .select()
      .from(campaign)
      .where(CLOSED)
      .orderBy(...NEWEST_FIRST)
      .limit(1);
    const past = await tx
      .select()
      .from(campaign)
      .where(CLOSED)
      .orderBy(...NEWEST_FIRST)
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE);
    const lineOf = await figuresOf(tx, now, [...open, ...(latest ? [latest] : []), ...past], latest?.id ?? null);
    return {
      now,
      campaigns: open.map(lineOf),
      latestClosed: latest ? lineOf(latest) : null,
      past: { page, pageSize: PAGE_SIZE, total: await tx.$count(campaign, CLOSED), campaigns: past.map(lineOf) },
    };
  },
});

type CampaignRow = typeof campaign.$inferSelect;

/** Three queries for all of them; what each is shown with. */
async function figuresOf(tx: Transaction, now: Date, rows: readonly CampaignRow[], latestClosedId: string | null) {
  const ids = [...new Set(rows.map((row) => row.id))];
  const isOlder = (row: CampaignRow) => row.state === 'closed' && row.id !== latestClosedId && row.gapsAtClose !== null;
  const targets = await tx
    .select({ campaignId: campaignTarget.campaignId, count: sql<number>`count(*)::int` })
    .from(campaignTarget)
    .where(inArray(campaignTarget.campaignId, ids))
    .groupBy(campaignTarget.campaignId);
  const states = await tx
    .select({ campaignId: assessment.campaignId, state: assessment.state, count: sql<number>`count(*)::int` })
    .from(assessment)
    .where(inArray(assessment.campaignId, ids))
    .groupBy(assessment.campaignId, assessment.state);
  const older = new Set(rows.filter(isOlder).map((row) => row.id));
  const gaps = await gapCounts(
    tx,
    now,
    ids.filter((id) => !older.has(id)),
  );
  return (row: CampaignRow): z.input<typeof campaignLineSchema> => ({
    id: row.id,
    name: row.name,
    fiscalYear: row.fiscalYear,
    referenceDate: row.referenceDate,
    dueDate: row.dueDate,
    closingTime: row.closingTime,
    state: row.state,
    launchedAt: row.launchedAt,
    closedAt: row.closedAt,
    targets: targets.find((each) => each.campaignId === row.id)?.count ?? 0,
    states: countStates(states.filter((each) => each.campaignId === row.id)),
    gaps: older.has(row.id) ? (row.gapsAtClose ?? 0) : (gaps.get(row.id)?.gaps ?? 0),
    overdueGaps: older.has(row.id) ? null : (gaps.get(row.id)?.overdue ?? 0),
  });
}

export function countStates(
  rows: readonly { state: AssessmentState; count: number }[],
): Record<AssessmentState, number> {
  const counts = Object.fromEntries(ASSESSMENT_STATES.map((state) => [state, 0])) as Record<AssessmentState, number>;
  for (const row of rows) counts[row.state] += row.count;
  return counts;
}
