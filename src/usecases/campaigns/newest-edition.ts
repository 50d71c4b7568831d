import type { Transaction } from '@/db/client';
import { checklistEdition } from '@/db/schema/checklist';
import { Refusal } from '@/domain/refusal';

interface Edition {
  id: string;
  title: string;
}

/** The newest published edition that was copied from this one, over however many steps; itself where there is none. */
export async function newestEdition(tx: Transaction, editionId: string): Promise<Edition> {
  const rows = await tx
    .select({
      id: checklistEdition.id,
      title: checklistEdition.title,
      derivedFromId: checklistEdition.derivedFromId,
      publishedAt: checklistEdition.publishedAt,
    })
    .from(checklistEdition);
  const own = rows.find((row) => row.id === editionId);
  if (!own) throw new Refusal('not-found', {});
  const parents = new Map(rows.map((row) => [row.id, row.derivedFromId]));
  const descends = (id: string) => {
    for (let at: string | null | undefined = id; at; at = parents.get(at)) if (at === editionId) return true;
    return false;
  };
  const [newest = own] = rows
    .filter((row) => row.publishedAt !== null && descends(row.id))
    .sort((a, b) => Number(b.publishedAt) - Number(a.publishedAt) || b.id.localeCompare(a.id));
  return newest;
}
