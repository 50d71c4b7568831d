import { newId } from '@/db/new-id';
import { auditorCampaign } from '@/db/schema/access';
import { addDays, nextBankBusinessDay } from '@/domain/business-day';
import { bankDateOf, proposeDueDate } from '@/domain/deadline';
import { approveBankAnswers } from '@/usecases/bank-answers/approve-bank-answers';
import { listBankAnswers } from '@/usecases/bank-answers/list-bank-answers';
import { proposeBankAnswers } from '@/usecases/bank-answers/propose-bank-answers';
import { saveBankAnswer } from '@/usecases/bank-answers/save-bank-answer';
import { createCampaign } from '@/usecases/campaigns/create-campaign';
import { finishLaunch } from '@/usecases/campaigns/finish-launch';
import { launchCampaign } from '@/usecases/campaigns/launch-campaign';
import { launchTarget } from '@/usecases/campaigns/launch-target';
import type { Outside } from '@/usecases/command';
import { commentItem } from '@/usecases/reviews/comment-item';
import { decideAcceptance } from '@/usecases/reviews/decide-acceptance';
import { judgeItems } from '@/usecases/reviews/judge-items';
import { openReview } from '@/usecases/reviews/open-review';
import { proposeAcceptance } from '@/usecases/reviews/propose-acceptance';
import { returnRound } from '@/usecases/reviews/return-round';
import { showReview } from '@/usecases/reviews/show-review';
import { demoBankAnswer } from './demo-answers';
import type { FoundedBank } from './found-demo-bank';

/** Prepares and launches a campaign over all services at the moved clock's time, due 20 bank business days later. */
export async function launchDemoCampaign(outside: Outside, bank: FoundedBank, fiscalYear: number): Promise<string> {
  const today = bankDateOf(outside.clock.now());
  const operator = bank.as('operator');
  const { campaignId } = await createCampaign(outside, operator, {
    name: `${fiscalYear}年度 API接続先 定期点検`,
    fiscalYear,
    referenceDate: today,
    editionId: bank.editionId,
    serviceIds: bank.serviceIds,
    dueDate: proposeDueDate(today, 20),
    reminderDays: [10, 3],
    overdueDays: [1, 5],
  });
  await launchCampaign(outside, operator, { campaignId });
  for (let left = 1; left > 0; ) left = (await launchTarget(outside, bank.system, { campaignId })).left;
  await finishLaunch(outside, bank.system, { campaignId });
  await bank.system.transaction((tx) =>
    tx.insert(auditorCampaign).values({
      tenantId: bank.tenantId,
      id: newId(),
      memberId: bank.auditor.memberId,
      campaignId,
      grantedAt: outside.clock.now(),
    }),
  );
  return campaignId;
}

/** The bank's own answers: the first `count` items（all without it）; proposed and approved by two people when all are there. */
export async function answerAsBank(
  outside: Outside,
  bank: FoundedBank,
  campaignId: string,
  count?: number,
): Promise<void> {
  const place = { campaignId, assessmentId: null };
  const { items } = await listBankAnswers(outside, bank.as('viewer'), place);
  const chosen = items.slice(0, count ?? items.length);
  for (const { itemId, number, default: standing } of chosen) {
    const content = demoBankAnswer(Number(number));
    await saveBankAnswer(outside, bank.as('operator'), { ...place, itemId, version: standing.version, content });
  }
  if (count !== undefined) return;
  const waiting = chosen.map(({ itemId }) => ({ itemId, share: false }));
  await proposeBankAnswers(outside, bank.as('operator'), { ...place, items: waiting });
  await approveBankAnswers(outside, bank.as('approver'), {
    ...place,
    items: chosen.map(({ itemId, default: standing }) => ({ itemId, version: standing.version + 1 })),
  });
}

/**
 * Begins the review and judges the first `count` items（all without it）: claims are accepted, every third gap is judged
 * 不足 with a reason. Returns the round.
 */
export async function judgeSubmission(
  outside: Outside,
  bank: FoundedBank,
  assessmentId: string,
  count?: number,
): Promise<{ roundId: string; gapItemId: string }> {
  const reviewer = bank.as('reviewer');
  await openReview(outside, reviewer, { assessmentId });
  const review = await showReview(outside, reviewer, { assessmentId });
  if (!review.round) throw new Error('the demo reviews what was not submitted');
  const items = review.items.filter((item) => item.vendor !== null);
  const gaps = items.filter((item) => item.gap !== null);
  await judgeItems(outside, reviewer, {
    assessmentId,
    roundId: review.round.id,
    judgements: items.slice(0, count ?? items.length).map((item) => {
      const lacking = gaps.indexOf(item) % 3 === 0 && gaps.includes(item);
      return {
        itemId: item.itemId,
        verdict: lacking ? ('insufficient' as const) : ('accepted' as const),
        reason: lacking ? '実施の記録を確認できないため。' : '',
        version: item.verdictVersion,
      };
    }),
  });
  return { roundId: review.round.id, gapItemId: (gaps[0] ?? items[0])?.itemId ?? '' };
}

/** 差戻し with a comment on one item. */
export async function returnSubmission(
  outside: Outside,
  bank: FoundedBank,
  assessmentId: string,
  { roundId, gapItemId }: { roundId: string; gapItemId: string },
): Promise<void> {
  const reviewer = bank.as('reviewer');
  const place = { assessmentId, roundId };
  await commentItem(outside, reviewer, {
    ...place,
    itemId: gapItemId,
    body: '実施の記録の残し方を、具体的にお知らせください。',
    version: 0,
  });
  await returnRound(outside, reviewer, {
    ...place,
    dueDate: nextBankBusinessDay(addDays(bankDateOf(outside.clock.now()), 7)),
    message: 'お手数ですが、コメントのある項目をご確認ください。',
  });
}

/** The reviewer puts the acceptance forward. */
export async function proposeSubmission(
  outside: Outside,
  bank: FoundedBank,
  assessmentId: string,
  roundId: string,
): Promise<void> {
  const summary = '残るギャップには、いずれも対応予定が示されています。';
  await proposeAcceptance(outside, bank.as('reviewer'), { assessmentId, roundId, summary });
}

/** Another person approves it. */
export async function approveSubmission(outside: Outside, bank: FoundedBank, assessmentId: string): Promise<void> {
  const approver = bank.as('approver');
  const { acceptance } = await showReview(outside, approver, { assessmentId });
  if (!acceptance) throw new Error('the demo approves what nobody proposed');
  await decideAcceptance(outside, approver, {
    assessmentId,
    acceptanceId: acceptance.id,
    decision: 'approve',
    reason: '',
  });
}
