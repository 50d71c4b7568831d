/** Why a row that was chosen for a piece of work for many was left out of it. */
export const LEFT_OUT_REASONS = [
  /** Its state does not allow it: handed in, approved, withdrawn. */
  'state',
  'campaign-closed',
  'campaign-paused',
  'same-date',
  'same-person',
  /** Its invitation has not gone out yet. */
  'not-invited',
  /** Mail does not reach its address. */
  'undelivered',
  /** No link is good any more. */
  'no-link',
  /** It is written to on that day already. */
  'reminded-that-day',
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];
