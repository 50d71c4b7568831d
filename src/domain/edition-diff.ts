import { type ChecklistItem, itemIdOf } from './checklist';
import { nameLines, noteLinesOf, practiceLines, referenceLines } from './checklist-lines';
import type { EditionMap, PairGround } from './edition-map';

/** The printed parts of an item, then the bank's own. */
export const PRINTED_PARTS = ['category', 'objective', 'answeredBy', 'practices', 'notes', 'references'] as const;
export const OWN_PARTS = ['guidance', 'evidenceNeeded', 'namedData', 'onlyForApiKinds'] as const;
export const ITEM_PARTS = [...PRINTED_PARTS, ...OWN_PARTS] as const;
export type ItemPart = (typeof ITEM_PARTS)[number];

export interface PartChange {
  part: ItemPart;
  before: string;
  after: string;
}

interface ItemName {
  itemId: string;
  number: string;
  category: string;
  objective: string;
}

export interface ItemChange {
  from: ItemName;
  to: ItemName;
  by: PairGround;
  changes: PartChange[];
  /** Stands elsewhere among the items that both editions have. */
  moved: boolean;
  renumbered: boolean;
}

export interface EditionDiff {
  added: ItemName[];
  removed: ItemName[];
  /** Every pair that differs in anything, in the later edition's order. */
  changed: ItemChange[];
  unchanged: number;
}

/** What differs between two editions, item by item along their map. */
export function diffEditions(map: EditionMap, from: readonly ChecklistItem[]): EditionDiff {
  const still = stillStanding(map, from);
  const pairs = map.pairs.map((pair) => ({
    from: nameOf(pair.from),
    to: nameOf(pair.to),
    by: pair.by,
    changes: partChanges(pair.from, pair.to),
    moved: !still.has(itemIdOf(pair.from)),
    renumbered: pair.from.number !== pair.to.number,
  }));
  const changed = pairs.filter((pair) => pair.changes.length > 0 || pair.moved || pair.renumbered);
  const gone = new Set([...map.unresolved.from, ...map.dropped].map(itemIdOf));
  return {
    added: map.unresolved.to.map(nameOf),
    removed: from.filter((item) => gone.has(itemIdOf(item))).map(nameOf),
    changed,
    unchanged: pairs.length - changed.length,
  };
}

const nameOf = (item: ChecklistItem): ItemName => ({
  itemId: itemIdOf(item),
  number: item.number,
  category: item.category,
  objective: item.objective,
});

/** A part as text, the same exactly when the part is. */
function partText(item: ChecklistItem, part: ItemPart): string {
  switch (part) {
    case 'practices':
      return practiceLines(item.practices);
    case 'notes':
      return noteLinesOf(item.notes);
    case 'references': {
      const { sources, sections } = referenceLines(item.references);
      const places = sections.split('\n');
      return sources
        .split('\n')
        .map((source, index) => [source, places[index] ?? ''].filter((text) => text !== '').join('　'))
        .join('\n');
    }
    case 'evidenceNeeded':
      return item.evidenceNeeded ? 'needed' : '';
    case 'namedData':
      return nameLines(item.namedData);
    case 'onlyForApiKinds':
      return [...(item.onlyForApiKinds ?? [])].toSorted().join(',');
    case 'guidance':
      return item.guidance ?? '';
    default:
      return item[part];
  }
}

function partChanges(from: ChecklistItem, to: ChecklistItem): PartChange[] {
  return ITEM_PARTS.map((part) => ({ part, before: partText(from, part), after: partText(to, part) })).filter(
    ({ before, after }) => before !== after,
  );
}

/** Ids of a longest run of pairs whose order both editions share: whoever is outside it moved. */
function stillStanding(map: EditionMap, from: readonly ChecklistItem[]): Set<string> {
  const place = new Map(from.map((item, index) => [itemIdOf(item), index]));
  const places = map.pairs.map((pair) => place.get(itemIdOf(pair.from)) ?? 0);
  // Patience sorting: `ends` holds the pair that ends the best run of each length.
  const ends: number[] = [];
  const before = places.map(() => -1);
  for (const [at, value] of places.entries()) {
    const found = ends.findIndex((end) => (places[end] ?? 0) > value);
    const length = found === -1 ? ends.length : found;
    before[at] = length > 0 ? (ends[length - 1] ?? -1) : -1;
    ends[length] = at;
  }
  const still = new Set<string>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = map.pairs[at];
    if (pair) still.add(itemIdOf(pair.from));
  }
  return still;
}
