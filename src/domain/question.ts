import { type AssessmentState, type NotWritable, whyNotWritable } from './assessment-state';
import type { CampaignState } from './campaign-state';

/** Longest question, and longest answer to one, in code points. */
export const MAX_QUESTION_LENGTH = 2000;

/** Unanswered questions of one assessment at once: far more than anybody asks, few enough to be read. */
export const MAX_OPEN_QUESTIONS = 100;

export const QUESTION_STATES = [
  /** Waits for the bank. */
  'open',
  'answered',
  /** By the vendor, before an answer came. */
  'taken_back',
  /** Unanswered when the assessment or its campaign ended. */
  'lapsed',
] as const;
export type QuestionState = (typeof QUESTION_STATES)[number];

export type NotAskable = Exclude<NotWritable, 'assessment-submitted'>;

/** Why the vendor can't ask now; null when they can. Asking goes on after a submission: only an end or a pause stops it. */
export function whyNotAskable(campaign: CampaignState, assessment: AssessmentState): NotAskable | null {
  const reason = whyNotWritable(campaign, assessment);
  return reason === 'assessment-submitted' ? null : reason;
}

/** Whether the bank may answer, also while it pauses: the vendor's mail waits until the campaign goes on. */
export function isAnswerable(campaign: CampaignState, assessment: AssessmentState): boolean {
  const reason = whyNotAskable(campaign, assessment);
  return reason === null || reason === 'campaign-paused';
}

export function questionState(
  row: { answeredAt: Date | null; takenBackAt: Date | null },
  answerable: boolean,
): QuestionState {
  if (row.takenBackAt !== null) return 'taken_back';
  if (row.answeredAt !== null) return 'answered';
  return answerable ? 'open' : 'lapsed';
}

/** A sitting is over when nothing has come for so long. */
const QUIET_MS = 10 * 60_000;
/** Nothing waits longer than this for a sitting to end. */
const LONGEST_WAIT_MS = 60 * 60_000;

/**
 * When one mail tells of everything that was said at these moments and that no mail has told of: ten minutes after the
 * last, an hour after the first at the latest. So ten questions of a sitting are one mail. Null: there is nothing to tell.
 */
export function tellAt(moments: readonly Date[]): Date | null {
  const times = moments.map((each) => each.getTime());
  if (times.length === 0) return null;
  return new Date(Math.min(Math.max(...times) + QUIET_MS, Math.min(...times) + LONGEST_WAIT_MS));
}
