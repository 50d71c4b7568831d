import { inArray } from 'drizzle-orm';
import { z } from 'zod';
import { newId } from '@/db/new-id';
import { bankAnswerProposal } from '@/db/schema/answer';
import { Refusal } from '@/domain/refusal';
import { command } from '../command';
import { type BankItem, type BankSlot, bankItems, endsOverride } from './bank-slots';
import { requireBankPlace } from './require-bank-place';

/**
 * 起案 of the bank's answers as they stand: the saved version is pinned, and takes the place of an older proposal.
 * Items for both are always shared with vendors, the bank's own when chosen, and what vendors could read once stays
 * shared. Emptying an approved override is proposed like any change. Refuses `bank-answers-incomplete`
 * with their 通番, and `nothing-to-propose` when all of it is proposed or approved already.
 */
export const proposeBankAnswers = command({
  audience: 'bank',
  action: 'bankAnswers.propose',
  input: z.strictObject({
    campaignId: z.uuid(),
    assessmentId: z.uuid().nullable(),
    items: z
      .array(z.strictObject({ itemId: z.uuid(), share: z.boolean() }))
      .min(1)
      .max(500, { error: 'batch-too-large' })
      .refine((all) => new Set(all.map((each) => each.itemId)).size === all.length),
  }),
  output: z.strictObject({ proposed: z.int() }),
  async run({ tx, scope, now }, { campaignId, assessmentId, items }) {
    const { tenantId } = scope;
    await requireBankPlace(tx, { campaignId, assessmentId, itemIds: items.map((each) => each.itemId) });
    const shares = new Map(items.map((each) => [each.itemId, each.share]));
    const wanted = (await bankItems(tx, campaignId, assessmentId)).flatMap((each) => {
      const share = shares.get(each.item.id);
      const slot = assessmentId === null ? each.default : each.override;
      if (share === undefined || !slot?.answer) return [];
      return [{ item: each.item, slot, answer: slot.answer, shared: share || mustShare(each) }];
    });
    const open = wanted.filter((each) => !stands(each.slot, each.shared));
    if (open.length === 0) throw new Refusal('nothing-to-propose', {});
    const incomplete = open.filter((each) => !each.answer.complete && !endsOverride(each.slot));
    if (incomplete.length > 0) {
      throw new Refusal('bank-answers-incomplete', { numbers: incomplete.map((each) => each.item.number).join(', ') });
    }
    const replaced = open.flatMap((each) => (each.slot.proposal ? [each.slot.proposal.row.id] : []));
    await tx
      .update(bankAnswerProposal)
      .set({ decidedAt: now, decision: 'superseded' })
      .where(inArray(bankAnswerProposal.id, replaced));
    const proposals = open.map(({ answer, shared }) => ({
      tenantId,
      id: newId(),
      campaignId,
      answerId: answer.id,
      revisionId: answer.revisionId,
      shared,
      proposedBy: scope.actor,
      proposedAt: now,
    }));
    await tx.insert(bankAnswerProposal).values(proposals);
    return {
      output: { proposed: proposals.length },
      events: [
        {
          kind: 'bank_answers.proposed',
          campaignId,
          assessmentId,
          objects: proposals.map((each) => each.id),
          payload: {
            replaced,
            proposals: proposals.map(({ id, revisionId, shared }) => ({ id, revisionId, shared })),
          },
        },
      ],
    };
  },
});

/** Vendors read it already at one level: at no level may another text count without their reading that. */
function mustShare({ item, default: standard, override }: BankItem): boolean {
  return item.answeredBy === 'both' || [standard, override].some((slot) => slot?.approval?.row.shared);
}

/** The saved version is proposed or approved already, shared as wished. */
function stands({ answer, proposal, approval }: BankSlot, shared: boolean): boolean {
  const newest = proposal ?? approval;
  return newest !== null && newest.revision.id === answer?.revisionId && newest.row.shared === shared;
}
