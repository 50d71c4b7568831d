import { and, asc, eq, inArray, isNull, notInArray } from 'drizzle-orm';
import { z } from 'zod';
import type { EventDraft } from '@/db/audit-log';
import type { Transaction } from '@/db/client';
import { newId } from '@/db/new-id';
import { priorAnswer } from '@/db/schema/answering';
import { assessment, pinnedItem } from '@/db/schema/campaign';
import { promiseLastDay, sameContent } from '@/domain/answer';
import { type AssessmentRow, requireCampaign } from '../campaigns/require-campaign';
import { command } from '../command';
import { lastYearOf } from '../reviews/last-year';
import type { ItemRow } from '../reviews/review-rows';

/** So many assessments share a transaction. */
const AT_ONCE = 20;
/** What no vendor writes to any more needs no last year beside it. */
const ENDED = ['approved', 'withdrawn', 'declined', 'closed_unanswered'] as const;

/**
 * Copies last year's approved answers beside the items of assessments that lack them yet: after the launch, and again
 * once an earlier assessment of the same service was approved or re-opened. `left` counts those that still lack them.
 */
export const keepPriorAnswers = command({
  audience: 'system',
  action: 'system.keepPriorAnswers',
  input: z.strictObject({ campaignId: z.uuid() }),
  output: z.strictObject({ done: z.int(), left: z.int() }),
  async run({ tx, now }, { campaignId }) {
    const campaign = await requireCampaign(tx, campaignId);
    const lacking = and(
      eq(assessment.campaignId, campaignId),
      isNull(assessment.priorKnownAt),
      notInArray(assessment.state, [...ENDED]),
    );
    const owners = await tx
      .select()
      .from(assessment)
      .where(lacking)
      .orderBy(asc(assessment.id))
      .limit(AT_ONCE)
      .for('no key update', { skipLocked: true });
    const items = await tx
      .select()
      .from(pinnedItem)
      .where(and(eq(pinnedItem.campaignId, campaignId), inArray(pinnedItem.answeredBy, ['vendor', 'both'])));
    const events: EventDraft[] = [];
    for (const owner of owners) {
      const count = await copyLastYear(tx, owner, campaign, items);
      await tx.update(assessment).set({ priorKnownAt: now }).where(eq(assessment.id, owner.id));
      events.push({
        kind: 'assessment.last_year_copied',
        campaignId,
        assessmentId: owner.id,
        objects: [owner.id],
        payload: { items: count },
      });
    }
    const [first, ...rest] = events;
    if (!first) return { unchanged: { done: 0, left: 0 } };
    return { output: { done: owners.length, left: await tx.$count(assessment, lacking) }, events: [first, ...rest] };
  },
});

async function copyLastYear(
  tx: Transaction,
  owner: AssessmentRow,
  campaign: Parameters<typeof lastYearOf>[2],
  items: readonly ItemRow[],
): Promise<number> {
  const { year, items: then } = await lastYearOf(tx, owner, campaign, items);
  await tx.delete(priorAnswer).where(eq(priorAnswer.assessmentId, owner.id));
  if (year === null || then.size === 0) return 0;
  const rows = [...then].map(([itemId, earlier]) => ({
    tenantId: owner.tenantId,
    id: newId(),
    campaignId: owner.campaignId,
    assessmentId: owner.id,
    itemId,
    fromAssessmentId: year.assessmentId,
    fromRevisionId: earlier.revisionId,
    campaignName: year.campaignName,
    fiscalYear: year.fiscalYear,
    content: earlier.content,
    promiseLastDay: promiseLastDay(earlier.content),
    textChanged: earlier.textChanged,
    unchangedBefore: earlier.yearBefore !== null && sameContent(earlier.yearBefore, earlier.content),
    answeredBy: earlier.by.kind === 'system' ? '' : earlier.by.name,
    answeredAt: earlier.at,
  }));
  await tx.insert(priorAnswer).values(rows);
  return rows.length;
}

/** Has last year copied anew beside every open assessment of the service: another approved answer may count now. */
export async function forgetPriorAnswers(tx: Transaction, serviceId: string): Promise<void> {
  await tx
    .update(assessment)
    .set({ priorKnownAt: null })
    .where(and(eq(assessment.serviceId, serviceId), notInArray(assessment.state, [...ENDED])));
}
