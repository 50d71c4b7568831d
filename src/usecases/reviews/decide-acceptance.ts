import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '@/db/client';
import { newId } from '@/db/new-id';
import { type RevisionDraft, recordRevisions } from '@/db/revisions';
import { acceptance, round, roundItem } from '@/db/schema/review';
import { isAsked } from '@/domain/checklist';
import { mayApprove } from '@/domain/four-eyes';
import { Refusal } from '@/domain/refusal';
import { ASSESSMENT_TRANSITIONS } from '@/domain/transitions';
import { bankItems, slotThatCounts } from '../bank-answers/bank-slots';
import { type AssessmentRow, requireAssessment } from '../campaigns/require-campaign';
import { command } from '../command';
import { forgetPriorAnswers } from '../responses/keep-prior-answers';
import { moveAssessment } from './move-assessment';
import { releaseRound } from './release-round';
import { type RoundRow, requireReview, requireSubmitted } from './require-review';
import { movedSchema, reviewTextSchema } from './review.schema';
import { nameOf } from './review-items';

/**
 * 承認 or 却下 of a proposal, by another person than its proposer. Approval needs the bank's own items approved
 * (`bank-items-unapproved` names the others), freezes those revisions into the round and releases verdicts and
 * comments. Rejection needs a reason and goes back to 審査中. Of two people who decide at once the second is told who was
 * first（`already-decided`）.
 */
export const decideAcceptance = command({
  audience: 'bank',
  action: 'reviews.decide',
  input: z.strictObject({
    assessmentId: z.uuid(),
    acceptanceId: z.uuid(),
    decision: z.enum(['approve', 'reject']),
    reason: reviewTextSchema,
  }),
  output: movedSchema,
  async run({ tx, scope, now }, { assessmentId, acceptanceId, decision, reason }) {
    await requireAssessment(tx, assessmentId, true);
    const [proposal] = await tx
      .select()
      .from(acceptance)
      .where(and(eq(acceptance.id, acceptanceId), eq(acceptance.assessmentId, assessmentId)));
    if (!proposal) throw new Refusal('not-found', {});
    if (proposal.state !== 'proposed') {
      const by = proposal.decidedBy === null ? '' : nameOf(proposal.decidedBy);
      throw new Refusal('already-decided', { by, decision: proposal.state === 'rejected' ? 'rejected' : 'approved' });
    }
    const { assessment, newest } = await requireReview(tx, decision, { assessmentId });
    const { tenantId, campaignId } = assessment;
    const judged = requireSubmitted(newest);
    if (proposal.roundId !== judged.id) throw new Refusal('stale-record', {});
    if (proposal.proposedBy.kind !== 'member' || !mayApprove(proposal.proposedBy, scope)) {
      throw new Refusal('four-eyes', {});
    }
    if (decision === 'reject' && reason.trim() === '') throw new Refusal('reason-missing', {});
    const frozen = decision === 'approve' ? await freezeBankItems(tx, judged, assessment) : {};
    const drafts = decision === 'approve' ? await approveRound(tx, judged, now) : [];
    const [decided] = await tx
      .update(acceptance)
      .set({
        state: decision === 'approve' ? 'approved' : 'rejected',
        decidedBy: scope.actor,
        decidedAt: now,
        reason: reason.trim() === '' ? null : reason,
      })
      .where(eq(acceptance.id, acceptanceId))
      .returning();
    if (!decided) throw new Refusal('not-found', {});
    const moved = await moveAssessment(tx, assessment, { state: ASSESSMENT_TRANSITIONS[decision].to });
    if (decision === 'approve') await forgetPriorAnswers(tx, assessment.serviceId);
    const digests = await recordRevisions(tx, { now, by: scope.actor }, [
      { noun: 'acceptance', row: decided, campaignId, assessmentId },
      { noun: 'assessment', row: moved, campaignId, assessmentId },
      ...drafts,
    ]);
    return {
      output: { state: moved.state, version: moved.version },
      events: [
        {
          kind: decision === 'approve' ? 'acceptance.approved' : 'acceptance.rejected',
          campaignId,
          assessmentId,
          objects: [acceptanceId, judged.id, assessmentId],
          payload: { digests, bankAnswers: frozen },
        },
      ],
      wake: [{ kind: 'campaign.sweep', payload: { tenantId, campaignId } }],
    };
  },
});

/**
 * Pins the bank's approved answers into the round; returns the digest of each item's. A round that was approved once
 * before keeps the rows it froze then: what counted at each approval is in its event.
 */
async function freezeBankItems(
  tx: Transaction,
  of: RoundRow,
  { apiKinds }: Pick<AssessmentRow, 'apiKinds'>,
): Promise<Record<string, string>> {
  const asked = (await bankItems(tx, of.campaignId, of.assessmentId)).filter(({ item }) => isAsked(item, apiKinds));
  const slots = asked.map((each) => ({
    item: each.item,
    approval: slotThatCounts(each).approval,
  }));
  const open = slots.filter((each) => each.approval === null);
  if (open.length > 0) {
    throw new Refusal('bank-items-unapproved', { numbers: open.map((each) => each.item.number).join(', ') });
  }
  const pinned = slots.flatMap(({ item, approval }) => (approval ? [{ item, revision: approval.revision }] : []));
  if (pinned.length === 0) return {};
  const { tenantId, campaignId, assessmentId, id: roundId } = of;
  await tx
    .insert(roundItem)
    .values(
      pinned.map(({ item, revision }) => ({
        tenantId,
        id: newId(),
        campaignId,
        assessmentId,
        roundId,
        itemId: item.id,
        slot: 'bank' as const,
        revisionId: revision.id,
        status: revision.status,
      })),
    )
    .onConflictDoNothing();
  return Object.fromEntries(pinned.map(({ item, revision }) => [item.id, revision.digest]));
}

async function approveRound(tx: Transaction, of: RoundRow, now: Date): Promise<RevisionDraft[]> {
  const released = await releaseRound(tx, of, now);
  const [approved] = await tx.update(round).set({ state: 'approved' }).where(eq(round.id, of.id)).returning();
  if (!approved) throw new Refusal('not-found', {});
  const { campaignId, assessmentId } = of;
  return [{ noun: 'round', row: approved, campaignId, assessmentId }, ...released];
}
