import type { Review } from './review-data';

/** What an approval would leave open, the weightiest first; `unapproved` and `unjudged` forbid it. */
export const OPEN_POINTS = ['unapproved', 'unjudged', 'insufficient', 'check', 'gaps'] as const;

export interface OpenPoint {
  kind: (typeof OPEN_POINTS)[number];
  /** 通番 as printed, in the checklist's order. */
  numbers: string[];
  hinders: boolean;
}

/** By name, so that nobody approves a figure without having seen what stands behind it. Kinds without an item are left out. */
export function openPoints({ items, progress }: Pick<Review, 'items' | 'progress'>): OpenPoint[] {
  const numbersOf = (chosen: Review['items']) => chosen.map((item) => item.number);
  const numbers = {
    unapproved: progress.bankUnapproved,
    unjudged: progress.unjudged,
    insufficient: progress.insufficient,
    check: numbersOf(items.filter((item) => item.verdict?.value === 'check')),
    gaps: numbersOf(items.filter((item) => item.gap !== null)),
  };
  return OPEN_POINTS.map((kind) => ({
    kind,
    numbers: numbers[kind],
    hinders: kind === 'unapproved' || kind === 'unjudged',
  })).filter((point) => point.numbers.length > 0);
}
