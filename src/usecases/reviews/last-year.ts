import type { Transaction } from '@/db/client';
import type { AnswerContent } from '@/domain/answer';
import { itemIdOf } from '@/domain/checklist';
import type { AssessmentRow, CampaignRow } from '../campaigns/require-campaign';
import { editionCounterparts } from '../checklists/edition-counterparts';
import { type EarlierItem, type EarlierYear, earlierYears } from './earlier-years';
import type { ItemRow } from './review-rows';

/** Last year's form of an item: the latest approved answer of the same service to the item that this one grew out of. */
export interface LastYearItem extends EarlierItem {
  /** The printed text differs, its number apart. */
  textChanged: boolean;
  /** The answer of the approved assessment before last year's; null without. */
  yearBefore: AnswerContent | null;
}

export interface LastYear {
  /** Null: no campaign before this one approved the service. */
  year: Omit<EarlierYear, 'items'> | null;
  /** By pinned item of this campaign. */
  items: ReadonlyMap<string, LastYearItem>;
}

/** Last year's approved answers of the assessment's service, item by item. A fixed number of queries. */
export async function lastYearOf(
  tx: Transaction,
  assessment: AssessmentRow,
  campaign: CampaignRow,
  items: readonly ItemRow[],
): Promise<LastYear> {
  const years = await earlierYears(tx, { serviceId: assessment.serviceId, campaign });
  const [last, beforeThat] = years;
  if (!last) return { year: null, items: new Map() };
  const now = items.map((item) => ({ id: item.id, itemId: itemIdOf(item.content), contentHash: item.contentHash }));
  const lastItems = await pairItems(tx, { editionId: campaign.editionId, items: now }, last);
  const beforeItems = beforeThat ? await pairItems(tx, last, beforeThat) : new Map<EarlierItem, EarlierItem>();
  const found = new Map<string, LastYearItem>();
  for (const item of now) {
    const then = lastItems.get(item);
    if (!then) continue;
    found.set(item.id, {
      ...then,
      textChanged: then.contentHash !== item.contentHash,
      yearBefore: beforeItems.get(then)?.content ?? null,
    });
  }
  const { items: _, ...year } = last;
  return { year, items: found };
}

/** Each item with the earlier one that asked the same: within an edition by its id, between editions by their map. */
async function pairItems<Now extends { itemId: string }>(
  tx: Transaction,
  now: { editionId: string; items: readonly Now[] },
  then: Pick<EarlierYear, 'editionId' | 'items'>,
): Promise<Map<Now, EarlierItem>> {
  const counterparts =
    now.editionId === then.editionId ? null : await editionCounterparts(tx, then.editionId, now.editionId);
  const byId = new Map(then.items.map((item) => [item.itemId, item]));
  const pairs = new Map<Now, EarlierItem>();
  for (const item of now.items) {
    const earlier = byId.get(counterparts === null ? item.itemId : (counterparts.get(item.itemId) ?? ''));
    if (earlier) pairs.set(item, earlier);
  }
  return pairs;
}
