import type { CampaignState } from './campaign-state';

/** 未着手 回答中 提出済 審査中 差戻し 承認待 承認済 取下げ 辞退 未回答終了. */
export const ASSESSMENT_STATES = [
  'not_started',
  'answering',
  'submitted',
  'in_review',
  'returned',
  'pending_approval',
  'approved',
  'withdrawn',
  'declined',
  'closed_unanswered',
] as const;
export type AssessmentState = (typeof ASSESSMENT_STATES)[number];

const STILL_OWED: readonly AssessmentState[] = ['not_started', 'answering', 'returned'];

/** The vendor still owes answers: nothing is with the bank, and nothing has ended. */
export function isStillOwed(state: AssessmentState): boolean {
  return STILL_OWED.includes(state);
}

export type NotWritable =
  | 'campaign-paused'
  | 'campaign-closed'
  | 'assessment-withdrawn'
  | 'assessment-declined'
  | 'assessment-closed'
  | 'assessment-submitted';

/**
 * Why the vendor can't write now; null when they can. The due date is not among the reasons: it closes nothing. Only
 * 終了, 取下げ, 一時停止 and their like refuse, and a submission that has not come back.
 */
export function whyNotWritable(campaign: CampaignState, assessment: AssessmentState): NotWritable | null {
  if (assessment === 'withdrawn') return 'assessment-withdrawn';
  if (assessment === 'declined') return 'assessment-declined';
  if (assessment === 'closed_unanswered') return 'assessment-closed';
  if (campaign === 'closed') return 'campaign-closed';
  if (campaign === 'paused') return 'campaign-paused';
  return isStillOwed(assessment) ? null : 'assessment-submitted';
}
