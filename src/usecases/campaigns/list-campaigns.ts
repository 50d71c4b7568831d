import { desc, sql } from 'drizzle-orm';
import { z } from 'zod';
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

/** Closed campaigns whose gaps are still counted day by day: last year's promises are held against this year's facts. */
const COUNTED_CLOSED = 1;

/**
 * Every campaign of the bank with its figures, the newest first. Four queries, whatever their number; years long past
 * are not counted again but shown as they were closed.
 */
export const listCampaigns = query({
  audience: 'bank',
  action: 'campaigns.list',
  input: z.strictObject({}),
  output: z.strictObject({ now: z.date(), campaigns: z.array(campaignLineSchema) }),
  async run({ tx, now }) {
    const rows = await tx.select().from(campaign).orderBy(desc(campaign.fiscalYear), desc(campaign.createdAt));
    const targets = await tx
      .select({ campaignId: campaignTarget.campaignId, count: sql<number>`count(*)::int` })
      .from(campaignTarget)
      .groupBy(campaignTarget.campaignId);
    const states = await tx
      .select({ campaignId: assessment.campaignId, state: assessment.state, count: sql<number>`count(*)::int` })
      .from(assessment)
      .groupBy(assessment.campaignId, assessment.state);
    const closed = rows.filter((row) => row.state === 'closed');
    const older = new Set(closed.slice(COUNTED_CLOSED).filter((row) => row.gapsAtClose !== null));
    const gaps = await gapCounts(
      tx,
      now,
      rows.filter((row) => !older.has(row)).map((row) => row.id),
    );
    return {
      now,
      campaigns: rows.map((row) => ({
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
        gaps: older.has(row) ? (row.gapsAtClose ?? 0) : (gaps.get(row.id)?.gaps ?? 0),
        overdueGaps: older.has(row) ? null : (gaps.get(row.id)?.overdue ?? 0),
      })),
    };
  },
});

export function countStates(
  rows: readonly { state: AssessmentState; count: number }[],
): Record<AssessmentState, number> {
  const counts = Object.fromEntries(ASSESSMENT_STATES.map((state) => [state, 0])) as Record<AssessmentState, number>;
  for (const row of rows) counts[row.state] += row.count;
  return counts;
}
