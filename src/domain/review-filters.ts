/** The views of a review's items, in the order of the buttons. */
export const REVIEW_FILTERS = ['all', 'unjudged', 'changed', 'gaps', 'commented', 'asked', 'unread'] as const;
export type ReviewFilter = (typeof REVIEW_FILTERS)[number];

/** What the filters look at. */
export interface FilterFacts {
  /** The vendor answered it, so it is judged. */
  answered: boolean;
  judged: boolean;
  /** Differs from last year's approved answer, its text does, or it is new; without a last year: from the round before. */
  changed: boolean;
  gap: boolean;
  /** A word for the vendor, a note inside the bank, or one of the vendor's. */
  commented: boolean;
  /** A question of the vendor's waits for an answer. */
  asked: boolean;
  /** The viewer has opened it in this round. */
  read: boolean;
}

export function inFilter(filter: ReviewFilter, item: FilterFacts): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'unjudged':
      return item.answered && !item.judged;
    case 'changed':
      return item.changed;
    case 'gaps':
      return item.gap;
    case 'commented':
      return item.commented;
    case 'asked':
      return item.asked;
    case 'unread':
      return item.answered && !item.read;
  }
}

/** The filter that an address names; everything else means all. */
export function filterNamed(text: string | null | undefined): ReviewFilter {
  return REVIEW_FILTERS.find((filter) => filter === text) ?? 'all';
}

/**
 * The next item in a direction among those listed. The open one may have left the list meanwhile (it was judged, or
 * read): it goes on from where it stood. Null at either end.
 */
export function stepWithin<Item>(all: readonly Item[], listed: readonly Item[], open: Item, step: 1 | -1): Item | null {
  const at = all.indexOf(open);
  const found =
    step === 1 ? listed.find((item) => all.indexOf(item) > at) : listed.findLast((item) => all.indexOf(item) < at);
  return found ?? null;
}
