const MINUTES_AN_ITEM = 3;

/** How long so many items take, in half hours, rounded up: a rough word for who plans the work, not a promise. */
export function halfHoursFor(items: number): number {
  return Math.max(1, Math.ceil((items * MINUTES_AN_ITEM) / 30));
}
