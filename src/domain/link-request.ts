import { type ReviewStanding, statesAllow } from './review-actions';

/** New links that can be asked for within a day over one assessment, whichever of its old links is held. */
const MAX_REQUESTS_A_DAY = 3;

/**
 * Whether a press on a dead link is put on record: where the bank could send another, while nothing waits already, and
 * not over and over. What the person reads is the same in every case.
 */
export function isWorthTelling(
  standing: Pick<ReviewStanding, 'state' | 'campaignState'>,
  asked: { waiting: number; withinADay: number },
): boolean {
  return (
    statesAllow('reissue', { ...standing, submitted: false }) &&
    asked.waiting === 0 &&
    asked.withinADay < MAX_REQUESTS_A_DAY
  );
}
