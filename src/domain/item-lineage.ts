/** A launched campaign's items, as far as it takes to recognise them over the years. */
export interface LaunchedItems {
  editionId: string;
  /** `id` is the pinned item's, `itemId` that of the edition's item. */
  items: readonly { id: string; itemId: string }[];
}

/**
 * Which question each pinned item asks over the years: the same lineage for items that ask the same. `campaigns` come
 * oldest first. An item takes the lineage of its own edition's earlier use, else of its counterpart in the edition used
 * last before, else in the one before that, and without any begins its own. The nearest edition's word counts: a question
 * that it carries and that it does not pair with an item is not paired through an older one. No two items of a campaign
 * share a lineage.
 *
 * `counterparts` tells which item of the earlier edition (value) an item of the later one (key) grew out of.
 */
export function traceLineages(
  campaigns: readonly LaunchedItems[],
  counterparts: (fromEditionId: string, toEditionId: string) => ReadonlyMap<string, string>,
): Map<string, string> {
  const lineages = new Map<string, string>();
  /** By edition, the one used last at the end. */
  const used = new Map<string, Map<string, string>>();
  for (const { editionId, items } of campaigns) {
    const own = used.get(editionId) ?? new Map<string, string>();
    used.delete(editionId);
    const decided = new Set(own.values());
    let left = items.filter(({ id, itemId }) => !take(lineages, id, own.get(itemId)));
    for (const [earlierId, earlier] of [...used].toReversed()) {
      const pairs = counterparts(earlierId, editionId);
      left = left.filter(({ id, itemId }) => {
        const lineage = earlier.get(pairs.get(itemId) ?? '');
        if (lineage === undefined || decided.has(lineage)) return true;
        decided.add(lineage);
        return !take(lineages, id, lineage);
      });
      for (const lineage of earlier.values()) decided.add(lineage);
    }
    for (const { id } of left) lineages.set(id, id);
    for (const { id, itemId } of items) own.set(itemId, lineages.get(id) ?? id);
    used.set(editionId, own);
  }
  return lineages;
}

function take(lineages: Map<string, string>, id: string, lineage: string | undefined): boolean {
  if (lineage === undefined) return false;
  lineages.set(id, lineage);
  return true;
}
