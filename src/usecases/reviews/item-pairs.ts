import { and, inArray } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { editionMapping } from '@/db/schema/checklist';

/** What somebody set by hand between two editions; `same` when they are one. */
interface EditionMap {
  same: boolean;
  /** From an earlier item's id to the later one's; null: said to have no counterpart. */
  byHand: ReadonlyMap<string, string | null>;
}

/** The maps set by hand between any of these editions, in one query. */
export async function mapsBetween(tx: Transaction, editionIds: readonly string[]) {
  const ids = [...new Set(editionIds)];
  const rows = await tx
    .select()
    .from(editionMapping)
    .where(and(inArray(editionMapping.fromEditionId, ids), inArray(editionMapping.toEditionId, ids)));
  return {
    between(fromEditionId: string, toEditionId: string): EditionMap {
      const pairs = rows.filter((row) => row.fromEditionId === fromEditionId && row.toEditionId === toEditionId);
      return {
        same: fromEditionId === toEditionId,
        byHand: new Map(pairs.map((row) => [row.fromItemId, row.toItemId])),
      };
    },
  };
}

interface Printed {
  itemId: string;
  contentHash: string;
}

/**
 * Pairs each item with the earlier one that it grew out of: within an edition by id; between editions as set by hand,
 * else by the same printed text. No earlier item has two successors.
 */
export function pairItems<Now extends Printed, Then extends Printed>(
  now: readonly Now[],
  then: readonly Then[],
  map: EditionMap,
): Map<Now, Then> {
  const pairs = new Map<Now, Then>();
  const taken = new Set<Then>();
  const pair = (item: Now, earlier: Then | undefined) => {
    if (!earlier || taken.has(earlier) || pairs.has(item)) return;
    taken.add(earlier);
    pairs.set(item, earlier);
  };
  if (map.same) {
    for (const item of now)
      pair(
        item,
        then.find((earlier) => earlier.itemId === item.itemId),
      );
    return pairs;
  }
  for (const item of now)
    pair(
      item,
      then.find((earlier) => map.byHand.get(earlier.itemId) === item.itemId),
    );
  const free = then.filter((earlier) => !map.byHand.has(earlier.itemId));
  for (const item of now)
    pair(
      item,
      free.find((earlier) => earlier.contentHash === item.contentHash),
    );
  return pairs;
}
