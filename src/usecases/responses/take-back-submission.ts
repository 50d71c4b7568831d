import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import { recordRevisions } from '@/db/revisions';
import { assessment, campaign } from '@/db/schema/campaign';
import { commitment, round } from '@/db/schema/review';
import { ASSESSMENT_STATES } from '@/domain/assessment-state';
import { Refusal } from '@/domain/refusal';
import { nextAssessmentState } from '@/domain/transitions';
import { command } from '../command';
import { requireLead } from '../delegations/require-lead';
import { lockAssessment } from './require-assessment';

/**
 * 取り戻し: the vendor takes a submission back while the bank has not opened it（`already-opened` after that）. The round
 * stays on record; the promises of the round before, if any, count again. Refused while the campaign rests or is over.
 */
export const takeBackSubmission = command({
  audience: 'respondent',
  action: 'submission.takeBack',
  input: z.strictObject({ assessmentId: z.uuid() }),
  output: z.strictObject({ state: z.enum(ASSESSMENT_STATES) }),
  async run({ tx, scope, now }, { assessmentId }) {
    requireLead(scope);
    const owner = await lockAssessment(tx, assessmentId);
    const { campaignId } = owner;
    const [place] = await tx.select().from(campaign).where(eq(campaign.id, campaignId));
    if (!place) throw new Refusal('not-found', {});
    if (place.state === 'paused') throw new Refusal('campaign-paused', {});
    if (place.state === 'closed') throw new Refusal('campaign-closed', {});
    const state = nextAssessmentState(owner.state, 'take_back');
    if (state === null || owner.openedAt !== null) {
      const opened = owner.state === 'submitted' || owner.state === 'in_review' || owner.state === 'pending_approval';
      throw opened ? new Refusal('already-opened', {}) : new Refusal('not-allowed-in-state', { state: owner.state });
    }
    const [back] = await tx
      .update(round)
      .set({ state: 'taken_back' })
      .where(and(eq(round.assessmentId, assessmentId), eq(round.state, 'submitted')))
      .returning();
    if (!back) throw new Error('a submitted assessment has no submitted round');
    const [earlier] = await tx
      .select({ id: round.id })
      .from(round)
      .where(and(eq(round.assessmentId, assessmentId), ne(round.state, 'taken_back')))
      .orderBy(desc(round.number), desc(round.submittedAt))
      .limit(1);
    const promises = await tx
      .update(commitment)
      .set({ state: sql`case when ${commitment.roundId} = ${back.id} then 'superseded' else 'open' end` })
      .where(inArray(commitment.roundId, earlier ? [back.id, earlier.id] : [back.id]))
      .returning();
    const [changed] = await tx
      .update(assessment)
      .set({ state, lastActivityAt: now, version: owner.version + 1 })
      .where(eq(assessment.id, assessmentId))
      .returning();
    if (!changed) throw new Refusal('not-found', {});
    const own = { campaignId, assessmentId };
    const digests = await recordRevisions(tx, { now, by: scope.actor }, [
      { noun: 'round', row: back, ...own },
      { noun: 'assessment', row: changed, ...own },
      ...promises.map((row) => ({ noun: 'commitment' as const, row, ...own })),
    ]);
    return {
      output: { state },
      events: [
        {
          kind: 'round.taken-back',
          ...own,
          objects: [back.id, assessmentId],
          payload: { digests, round: back.number },
        },
      ],
    };
  },
});
