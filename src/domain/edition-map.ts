import { type ChecklistEdition, type ChecklistItem, contentHash, itemIdOf } from './checklist';

/** A pair of the map that somebody set: `toItemId` null says that the item has no counterpart. */
export interface HandPair {
  fromItemId: string;
  toItemId: string | null;
}

/** Why two items are the same question: somebody said so, the printed text is the same, or the copy kept the item's id. */
export const PAIR_GROUNDS = ['hand', 'content', 'id'] as const;
export type PairGround = (typeof PAIR_GROUNDS)[number];

export interface ItemPair {
  from: ChecklistItem;
  to: ChecklistItem;
  by: PairGround;
}

export interface EditionMap {
  /** In the order of the later edition. */
  pairs: ItemPair[];
  /** Items of the earlier edition that somebody said have no counterpart. */
  dropped: ChecklistItem[];
  /** Items that nothing pairs and nobody has decided on. */
  unresolved: { from: ChecklistItem[]; to: ChecklistItem[] };
}

/**
 * Which item of `to` asks what an item of `from` asked: what was set by hand first, since it is a person's word; then
 * the same printed text, of equal ones that with the same id and else the first; then, in editions of one `descent`
 * (one was copied from the other), the same id with a changed text. One item has one counterpart at most.
 */
export function mapItems(
  from: Pick<ChecklistEdition, 'items'>,
  to: Pick<ChecklistEdition, 'items'>,
  hand: readonly HandPair[],
  descent: boolean,
): EditionMap {
  const fromLeft = new Map(from.items.map((item) => [itemIdOf(item), item]));
  const toLeft = new Map(to.items.map((item) => [itemIdOf(item), item]));
  const found = new Map<string, ItemPair>();
  const dropped: ChecklistItem[] = [];
  const pair = (one: ChecklistItem, other: ChecklistItem, by: PairGround) => {
    fromLeft.delete(itemIdOf(one));
    toLeft.delete(itemIdOf(other));
    found.set(itemIdOf(other), { from: one, to: other, by });
  };
  for (const { fromItemId, toItemId } of hand) {
    const one = fromLeft.get(fromItemId);
    if (!one) continue;
    if (toItemId === null) {
      fromLeft.delete(fromItemId);
      dropped.push(one);
      continue;
    }
    const other = toLeft.get(toItemId);
    if (other) pair(one, other, 'hand');
  }
  const sameText = new Map<string, ChecklistItem[]>();
  for (const item of toLeft.values()) {
    const hash = contentHash(item);
    sameText.set(hash, [...(sameText.get(hash) ?? []), item]);
  }
  const hashed = [...fromLeft.values()].map((item) => ({ item, hash: contentHash(item) }));
  const candidates = (hash: string) => (sameText.get(hash) ?? []).filter((item) => toLeft.has(itemIdOf(item)));
  for (const { item, hash } of hashed) {
    const other = candidates(hash).find((each) => itemIdOf(each) === itemIdOf(item));
    if (other) pair(item, other, 'content');
  }
  for (const { item, hash } of hashed) {
    const [other] = candidates(hash);
    if (other && fromLeft.has(itemIdOf(item))) pair(item, other, 'content');
  }
  if (descent) {
    for (const item of fromLeft.values()) {
      const other = toLeft.get(itemIdOf(item));
      if (other) pair(item, other, 'id');
    }
  }
  return {
    pairs: to.items.flatMap((item) => found.get(itemIdOf(item)) ?? []),
    dropped,
    unresolved: { from: [...fromLeft.values()], to: [...toLeft.values()] },
  };
}

/** What carry-over joins on: the id of an item of `to`, and the id of its counterpart in `from`. */
export function itemCounterparts(
  from: Pick<ChecklistEdition, 'items'>,
  to: Pick<ChecklistEdition, 'items'>,
  hand: readonly HandPair[],
  descent: boolean,
): Map<string, string> {
  return new Map(
    mapItems(from, to, hand, descent).pairs.map((pair) => [itemIdOf(pair.to), itemIdOf(pair.from)] as const),
  );
}
