import type { inferRouterOutputs } from '@trpc/server';
import { type AnswerContent, EMPTY_ANSWER, sameContent } from '@/domain/answer';
import type { Card } from '@/screens/checklist/answer-desk';
import type { AppRouter } from '@/trpc/root';

export type BankAnswersView = inferRouterOutputs<AppRouter>['bank']['bankAnswers']['list'];
export type BankAnswerItem = BankAnswersView['items'][number];
export type BankAnswerSlot = BankAnswerItem['default'];

/** The slot that the page writes to: one assessment's override, else the campaign's default. */
export const slotOf = (item: BankAnswerItem, assessmentId: string | null): BankAnswerSlot | null =>
  assessmentId === null ? item.default : item.override;

const isEmpty = (content: AnswerContent) => sameContent(content, EMPTY_ANSWER);

/** An answer for this assessment alone is approved, so that the campaign's doesn't count for it. */
export const overrides = (slot: BankAnswerSlot | null): boolean =>
  slot?.level === 'override' && slot.approved !== null && !isEmpty(slot.approved.content);

/** What the slot proposes is to let the campaign's answer count again. */
export const proposesEnd = (slot: BankAnswerSlot | null): boolean =>
  slot?.level === 'override' && slot.proposal !== null && isEmpty(slot.proposal.content);

/** The answer for this assessment alone was emptied on the page: approved so, the campaign's counts again. */
export const endsOverride = (slot: BankAnswerSlot | null, card: Card): boolean =>
  overrides(slot) && isEmpty(card.content);

/** There is an answer for this assessment alone to give up: an approved one waits for approval, a draft goes at once. */
export const mayEndOverride = (slot: BankAnswerSlot | null, card: Card): boolean =>
  slot?.level === 'override' && !isEmpty(card.content);

/** Saved, whole or an override's end, and neither waiting for approval nor approved as it stands. */
export function isReady(slot: BankAnswerSlot | null, card: Card | undefined): boolean {
  if (card?.phase !== 'kept' || card.kept.version === 0) return false;
  if (card.missing.length > 0 && !endsOverride(slot, card)) return false;
  return (slot?.proposal?.version ?? slot?.approved?.version) !== card.kept.version;
}
