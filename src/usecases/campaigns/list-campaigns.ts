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
  gaps: z.int(),
  overdueGaps: z.int(),
});

/** Every campaign of the bank with its figures, the newest first. Four queries, whatever their number. */
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
    const gaps = await gapCounts(tx, now);
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
        gaps: gaps.get(row.id)?.gaps ?? 0,
        overdueGaps: gaps.get(row.id)?.overdue ?? 0,
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
