import { and, asc, eq } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { checklistEdition, editionMapping } from '@/db/schema/checklist';
import { type EditionMap, type HandPair, itemCounterparts, mapItems } from '@/domain/edition-map';
import { type EditionRow, requireEdition } from './require-edition';

/**
 * Which item of the later edition asks what an item of the earlier one asked: `toItemId → fromItemId` (`itemIdOf`, not
 * the pinned row's id). An edition maps to itself item by item. `not-found` for an edition out of the scope's sight.
 */
export async function editionCounterparts(
  tx: Transaction,
  fromEditionId: string,
  toEditionId: string,
): Promise<Map<string, string>> {
  const { from, to, hand, descent } = await mapParts(tx, fromEditionId, toEditionId);
  return itemCounterparts(from.edition, to.edition, hand, descent);
}

/** The whole map of two editions, with what is unresolved. */
export async function editionMap(tx: Transaction, fromEditionId: string, toEditionId: string): Promise<EditionMap> {
  const { from, to, hand, descent } = await mapParts(tx, fromEditionId, toEditionId);
  return mapItems(from.edition, to.edition, hand, descent);
}

async function mapParts(tx: Transaction, fromEditionId: string, toEditionId: string) {
  const from = await requireEdition(tx, fromEditionId);
  const to = fromEditionId === toEditionId ? from : await requireEdition(tx, toEditionId);
  return {
    from,
    to,
    hand: await handPairs(tx, fromEditionId, toEditionId),
    descent: await isDescended(tx, from.row, to.row),
  };
}

/** The pairs set by hand, the earliest first: of two that claim one item the earliest counts. */
async function handPairs(tx: Transaction, fromEditionId: string, toEditionId: string): Promise<HandPair[]> {
  return tx
    .select({ fromItemId: editionMapping.fromItemId, toItemId: editionMapping.toItemId })
    .from(editionMapping)
    .where(and(eq(editionMapping.fromEditionId, fromEditionId), eq(editionMapping.toEditionId, toEditionId)))
    .orderBy(asc(editionMapping.at), asc(editionMapping.id));
}

/** True when both were copied, over however many steps, from one edition: then the items' ids mean the same. */
async function isDescended(tx: Transaction, one: EditionRow, other: EditionRow): Promise<boolean> {
  if (one.id === other.id) return true;
  const rows = await tx
    .select({ id: checklistEdition.id, derivedFromId: checklistEdition.derivedFromId })
    .from(checklistEdition);
  const parents = new Map(rows.map((row) => [row.id, row.derivedFromId]));
  const rootOf = (id: string) => {
    let root = id;
    for (let parent = parents.get(id); parent; parent = parents.get(parent)) root = parent;
    return root;
  };
  return rootOf(one.id) === rootOf(other.id);
}
