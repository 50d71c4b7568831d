import type { Outside } from '../command';
import { judgeItems } from '../reviews/judge-items';
import { openReview } from '../reviews/open-review';
import { proposeAcceptance } from '../reviews/propose-acceptance';
import { readItems } from '../reviews/read-items';
import { showReview } from '../reviews/show-review';
import type { TestBank } from './bank-fixture';
import { submitTestRound } from './submitted-round';

export interface Place {
  assessmentId: string;
  roundId: string;
}

/** The assessment submitted and 審査中. */
export async function underReview(
  bank: TestBank,
  outside: Outside,
  assessmentId: string,
  contents: Parameters<typeof submitTestRound>[3] = {},
): Promise<Place> {
  const roundId = await submitTestRound(bank, outside, assessmentId, contents);
  await openReview(outside, bank.members.reviewer, { assessmentId });
  return { assessmentId, roundId };
}

/** Opens and accepts every answered item, save those with the 通番 left out. */
export async function acceptItems(
  bank: TestBank,
  outside: Outside,
  place: Place,
  except: readonly string[] = [],
): Promise<void> {
  const { items } = await showReview(outside, bank.members.reviewer, { assessmentId: place.assessmentId });
  const chosen = items.filter((item) => item.vendor !== null && !except.includes(item.number));
  await readItems(outside, bank.members.reviewer, { ...place, itemIds: chosen.map((item) => item.itemId) });
  await judgeItems(outside, bank.members.reviewer, {
    ...place,
    judgements: chosen.map((item) => ({
      itemId: item.itemId,
      verdict: 'accepted',
      reason: '',
      version: item.verdictVersion,
    })),
  });
}

/** The assessment submitted, accepted item by item and 承認待. */
export async function proposed(
  bank: TestBank,
  outside: Outside,
  assessmentId: string,
): Promise<Place & { acceptanceId: string }> {
  const place = await underReview(bank, outside, assessmentId);
  await acceptItems(bank, outside, place);
  const { acceptanceId } = await proposeAcceptance(outside, bank.members.reviewer, { ...place, summary: '適切' });
  return { ...place, acceptanceId };
}
