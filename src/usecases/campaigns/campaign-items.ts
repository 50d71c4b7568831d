import { eq } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { checklistEdition } from '@/db/schema/checklist';
import { type ChecklistItem, checklistEditionSchema, itemIdOf } from '@/domain/checklist';
import { Refusal } from '@/domain/refusal';
import type { CampaignRow } from './require-campaign';

export interface CampaignItems {
  editionRowId: string;
  /** The edition's own id. */
  sourceId: string;
  published: boolean;
  /** Every item of the edition, in its order. */
  items: ChecklistItem[];
  /** Those that the campaign asks. */
  asked: ChecklistItem[];
}

/** The checklist of a campaign that has not pinned it yet. */
export async function campaignItems(
  tx: Transaction,
  campaign: Pick<CampaignRow, 'editionId' | 'chosenItemIds'>,
): Promise<CampaignItems> {
  const [stored] = await tx.select().from(checklistEdition).where(eq(checklistEdition.id, campaign.editionId));
  if (!stored) throw new Refusal('not-found', {});
  const { id, items } = checklistEditionSchema.parse(stored.content);
  const { chosenItemIds } = campaign;
  const asked = chosenItemIds === null ? items : items.filter((item) => chosenItemIds.includes(itemIdOf(item)));
  return { editionRowId: stored.id, sourceId: id, published: stored.publishedAt !== null, items, asked };
}
