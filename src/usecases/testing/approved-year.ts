import type { AnswerContent } from '@/domain/answer';
import { decideAcceptance } from '../reviews/decide-acceptance';
import { proposeAcceptance } from '../reviews/propose-acceptance';
import { approveTestBankAnswers } from './bank-answers-fixture';
import { launchTestCampaign, type TestBank, type testOutside } from './bank-fixture';
import { acceptItems, type Place, underReview } from './review-steps';

/**
 * A campaign over the bank's first service, answered, accepted item by item and approved: an earlier year. `judge` takes
 * the place of the acceptance item by item. The clock moves on a day.
 */
export async function approvedYear(
  bank: TestBank,
  outside: ReturnType<typeof testOutside>,
  contents: Readonly<Record<string, AnswerContent>> = {},
  judge: (place: Place) => Promise<unknown> = (place) => acceptItems(bank, outside, place),
): Promise<Place & { campaignId: string }> {
  const { campaignId, assessmentIds } = await launchTestCampaign(bank, outside, {
    serviceIds: bank.serviceIds.slice(0, 1),
    dueDate: '2027-03-31',
  });
  await approveTestBankAnswers(bank, outside, campaignId);
  const place = await underReview(bank, outside, assessmentIds[0] ?? '', contents);
  await judge(place);
  const { acceptanceId } = await proposeAcceptance(outside, bank.members.reviewer, { ...place, summary: '' });
  await decideAcceptance(outside, bank.members.approver, {
    assessmentId: place.assessmentId,
    acceptanceId,
    decision: 'approve',
    reason: '',
  });
  outside.clock.advance(86_400_000);
  return { ...place, campaignId };
}
