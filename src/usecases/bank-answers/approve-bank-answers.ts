import { inArray } from 'drizzle-orm';
import { z } from 'zod';
import { newId } from '@/db/new-id';
import { bankAnswerApproval, bankAnswerProposal } from '@/db/schema/answer';
import type { Actor } from '@/domain/actor';
import { mayApprove } from '@/domain/four-eyes';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { bankItems } from './bank-slots';
import { requireBankPlace } from './require-bank-place';

/**
 * 承認 of proposed answers of the bank, by another person than who wrote or proposed them. Each item names the version
 * that the approver read; that revision is pinned, and a later save doesn't change it. `stale-record` when a proposal
 * was decided or replaced meanwhile; then none is approved.
 */
export const approveBankAnswers = command({
  audience: 'bank',
  action: 'bankAnswers.approve',
  input: z.strictObject({
    campaignId: z.uuid(),
    assessmentId: z.uuid().nullable(),
    items: z
      .array(z.strictObject({ itemId: z.uuid(), version: z.int().min(1) }))
      .min(1)
      .max(500, { error: 'batch-too-large' })
      .refine((all) => new Set(all.map((each) => each.itemId)).size === all.length),
  }),
  output: z.strictObject({ approved: z.int() }),
  async run({ tx, scope, now }, { campaignId, assessmentId, items }) {
    const { tenantId } = scope;
    await requireBankPlace(tx, { campaignId, assessmentId, itemIds: items.map((each) => each.itemId) });
    const slots = new Map(
      (await bankItems(tx, campaignId, assessmentId)).map((each) => [
        each.item.id,
        assessmentId === null ? each.default : each.override,
      ]),
    );
    const proposals = items.map(({ itemId, version }) => {
      const proposal = slots.get(itemId)?.proposal;
      if (!proposal || proposal.revision.version !== version) throw new Refusal('stale-record', {});
      return proposal;
    });
    const another = (actor: Actor) => actor.kind === 'member' && mayApprove(actor, scope);
    if (!proposals.every(({ row, revision }) => another(row.proposedBy) && another(revision.by))) {
      throw new Refusal('four-eyes', {});
    }
    await tx
      .update(bankAnswerProposal)
      .set({ decidedAt: now, decision: 'approved' })
      .where(
        inArray(
          bankAnswerProposal.id,
          proposals.map(({ row }) => row.id),
        ),
      );
    const approvals = proposals.map(({ row, revision }) => ({
      tenantId,
      id: newId(),
      campaignId,
      answerId: row.answerId,
      itemId: revision.itemId,
      assessmentId: revision.assessmentId,
      revisionId: revision.id,
      shared: row.shared,
      proposedBy: row.proposedBy,
      approvedBy: scope.actor,
      approvedAt: now,
    }));
    await tx.insert(bankAnswerApproval).values(approvals);
    return {
      output: { approved: approvals.length },
      events: [
        {
          kind: 'bank_answers.approved',
          campaignId,
          assessmentId,
          objects: approvals.map((each) => each.id),
          payload: {
            digests: Object.fromEntries(proposals.map(({ revision }) => [revision.id, revision.digest])),
            shared: approvals.filter((each) => each.shared).map((each) => each.itemId),
          },
        },
      ],
    };
  },
});
