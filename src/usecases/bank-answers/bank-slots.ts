import { and, asc, desc, eq, inArray, isNull, or } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { answer, answerRevision, bankAnswerApproval, bankAnswerProposal } from '@/db/schema/answer';
import { pinnedItem } from '@/db/schema/campaign';
import type { Actor } from '@/domain/actor';
import { type AnswerContent, EMPTY_ANSWER, sameContent } from '@/domain/answer';
import type { BankAnswer, BankAnswerStanding } from './bank-answer.schema';

type AnswerRow = typeof answer.$inferSelect;
type RevisionRow = typeof answerRevision.$inferSelect;

/** The bank's answer to one item at one level, with what was proposed and what counts as approved. */
export interface BankSlot {
  level: 'default' | 'override';
  answer: AnswerRow | null;
  proposal: { row: typeof bankAnswerProposal.$inferSelect; revision: RevisionRow } | null;
  approval: { row: typeof bankAnswerApproval.$inferSelect; revision: RevisionRow } | null;
}

export interface BankItem {
  item: typeof pinnedItem.$inferSelect;
  default: BankSlot;
  /** Null: none saved, or none asked for. */
  override: BankSlot | null;
}

/**
 * The items of a campaign that the bank answers, in order, with the default answers and, when an assessment is named,
 * its overrides. The newest approval of an answer counts, whatever was saved after it.
 */
export async function bankItems(tx: Transaction, campaignId: string, assessmentId: string | null): Promise<BankItem[]> {
  const items = await tx
    .select()
    .from(pinnedItem)
    .where(and(eq(pinnedItem.campaignId, campaignId), inArray(pinnedItem.answeredBy, ['bank', 'both'])))
    .orderBy(asc(pinnedItem.position));
  const answers = await tx
    .select()
    .from(answer)
    .where(
      and(
        eq(answer.campaignId, campaignId),
        eq(answer.slot, 'bank'),
        assessmentId === null
          ? isNull(answer.assessmentId)
          : or(isNull(answer.assessmentId), eq(answer.assessmentId, assessmentId)),
      ),
    );
  const ids = answers.map((row) => row.id);
  const proposals = await tx
    .select({ row: bankAnswerProposal, revision: answerRevision })
    .from(bankAnswerProposal)
    .innerJoin(answerRevision, eq(answerRevision.id, bankAnswerProposal.revisionId))
    .where(and(inArray(bankAnswerProposal.answerId, ids), isNull(bankAnswerProposal.decidedAt)));
  const approvals = await tx
    .select({ row: bankAnswerApproval, revision: answerRevision })
    .from(bankAnswerApproval)
    .innerJoin(answerRevision, eq(answerRevision.id, bankAnswerApproval.revisionId))
    .where(inArray(bankAnswerApproval.answerId, ids))
    .orderBy(desc(bankAnswerApproval.approvedAt), desc(bankAnswerApproval.id));
  const slotOf = (level: BankSlot['level'], row: AnswerRow | null): BankSlot => ({
    level,
    answer: row,
    proposal: proposals.find((each) => each.row.answerId === row?.id) ?? null,
    approval: approvals.find((each) => each.row.answerId === row?.id) ?? null,
  });
  return items.map((item) => {
    const rows = answers.filter((row) => row.itemId === item.id);
    const overriding = rows.find((row) => row.assessmentId !== null);
    return {
      item,
      default: slotOf('default', rows.find((row) => row.assessmentId === null) ?? null),
      override: overriding ? slotOf('override', overriding) : null,
    };
  });
}

const isEmpty = (content: AnswerContent | undefined) => content === undefined || sameContent(content, EMPTY_ANSWER);

/**
 * The level that counts for the assessment: an override that was approved, or that somebody is about to make; else the
 * campaign's default. An approved override gives way to the default once its emptying is approved too.
 */
export function slotThatCounts({ default: standard, override }: BankItem): BankSlot {
  if (!override) return standard;
  if (!isEmpty(override.approval?.revision.content)) return override;
  return isEmpty(override.answer?.content) ? standard : { ...override, approval: null };
}

/** True when the answer as saved is an override's end, put forward for approval like any other change. */
export function endsOverride({ level, answer: row, approval }: BankSlot): boolean {
  return level === 'override' && isEmpty(row?.content) && !isEmpty(approval?.revision.content);
}

const nameOf = (actor: Actor) => (actor.kind === 'system' ? '' : actor.name);
const isPerson = (actor: Actor, userId: string) => actor.kind === 'member' && actor.userId === userId;

function standingOf({ answer: row, proposal, approval }: BankSlot): BankAnswerStanding {
  if (!row) return 'unanswered';
  if (proposal) return 'proposed';
  if (!approval || isEmpty(approval.revision.content)) return isEmpty(row.content) ? 'unanswered' : 'draft';
  return approval.revision.id === row.revisionId ? 'approved' : 'changed';
}

/** The slot as a viewer of the bank gets it. */
export function viewBankSlot(slot: BankSlot, viewer: { userId: string }): BankAnswer {
  const { answer: row, proposal, approval } = slot;
  return {
    level: slot.level,
    standing: standingOf(slot),
    content: row?.content ?? EMPTY_ANSWER,
    version: row?.version ?? 0,
    complete: row?.complete ?? false,
    updatedAt: row?.updatedAt ?? null,
    by: row ? nameOf(row.by) : null,
    proposal: proposal && {
      revisionId: proposal.revision.id,
      version: proposal.revision.version,
      content: proposal.revision.content,
      shared: proposal.row.shared,
      proposedBy: nameOf(proposal.row.proposedBy),
      proposedAt: proposal.row.proposedAt,
      mine: isPerson(proposal.row.proposedBy, viewer.userId) || isPerson(proposal.revision.by, viewer.userId),
    },
    approved: approval && {
      revisionId: approval.revision.id,
      version: approval.revision.version,
      content: approval.revision.content,
      shared: approval.row.shared,
      proposedBy: nameOf(approval.row.proposedBy),
      approvedBy: nameOf(approval.row.approvedBy),
      approvedAt: approval.row.approvedAt,
    },
  };
}
