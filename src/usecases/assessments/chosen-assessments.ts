import { asc, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '@/db/client';
import { vendor } from '@/db/schema/bank';
import { assessment, campaign } from '@/db/schema/campaign';
import { LEFT_OUT_REASONS, type LeftOutReason } from '@/domain/left-out';
import { Refusal } from '@/domain/refusal';
import type { AssessmentRow, CampaignRow } from '../campaigns/require-campaign';

const MAX_CHOSEN = 500;

/** The rows that somebody chose, each once; more than 500 are refused. */
export const chosenIdsSchema = z
  .array(z.uuid())
  .min(1)
  .max(MAX_CHOSEN, { error: 'batch-too-large' })
  .transform((ids) => [...new Set(ids)]);

/** What a piece of work for many answers with: whose was done, and who was left out and why. */
export const bulkOutcomeSchema = z.strictObject({
  done: z.array(z.uuid()),
  left: z.array(z.strictObject({ assessmentId: z.uuid(), vendorName: z.string(), why: z.enum(LEFT_OUT_REASONS) })),
});

export interface ChosenAssessment {
  assessment: AssessmentRow;
  campaign: CampaignRow;
  vendorName: string;
}

/**
 * The assessments named, locked in one order until the transaction ends, with their campaigns and vendors in the order
 * of the ids. `not-found` when one of them is not within this scope.
 */
export async function requireChosen(tx: Transaction, ids: readonly string[]): Promise<ChosenAssessment[]> {
  const rows = await tx
    .select()
    .from(assessment)
    .where(inArray(assessment.id, [...ids]))
    .orderBy(asc(assessment.id))
    .for('no key update');
  if (rows.length !== ids.length) throw new Refusal('not-found', {});
  const campaigns = await tx
    .select()
    .from(campaign)
    .where(inArray(campaign.id, [...new Set(rows.map((row) => row.campaignId))]));
  const names = await tx
    .select({ id: assessment.id, vendorName: vendor.name })
    .from(assessment)
    .innerJoin(vendor, eq(vendor.id, assessment.vendorId))
    .where(inArray(assessment.id, [...ids]));
  return rows.map((row) => {
    const of = campaigns.find((each) => each.id === row.campaignId);
    if (!of) throw new Error('an assessment has no campaign');
    const vendorName = names.find((each) => each.id === row.id)?.vendorName ?? '';
    return { assessment: row, campaign: of, vendorName };
  });
}

/** Parts those that can be done from those left out; `why` answers null where nothing is in the way. */
export function partChosen(
  chosen: readonly ChosenAssessment[],
  why: (each: ChosenAssessment) => LeftOutReason | null,
): { able: ChosenAssessment[]; left: z.input<typeof bulkOutcomeSchema>['left'] } {
  const able: ChosenAssessment[] = [];
  const left: z.input<typeof bulkOutcomeSchema>['left'] = [];
  for (const each of chosen) {
    const reason = why(each);
    if (reason === null) able.push(each);
    else left.push({ assessmentId: each.assessment.id, vendorName: each.vendorName, why: reason });
  }
  return { able, left };
}
