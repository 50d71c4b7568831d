import { type Action, mayDo, type Role } from './access';
import type { AssessmentState } from './assessment-state';
import type { CampaignState } from './campaign-state';
import { mayApprove } from './four-eyes';
import { isAnswerable } from './question';
import { ASSESSMENT_TRANSITIONS } from './transitions';

/** What a member may do about one assessment, in the order of the work. */
export const REVIEW_ACTIONS = [
  'open',
  'read',
  'judge',
  'comment',
  'note',
  'answer',
  'return',
  'propose',
  'approve',
  'reject',
  'reopen',
  'withdraw',
  'extend',
  'reissue',
] as const;
export type ReviewAction = (typeof REVIEW_ACTIONS)[number];

/** What the rules look at. */
export interface ReviewStanding {
  state: AssessmentState;
  campaignState: CampaignState;
  /** There is a submitted round, judged or not. */
  submitted: boolean;
}

const PERMISSIONS: Record<ReviewAction, Action<'bank'>> = {
  open: 'reviews.open',
  read: 'reviews.read',
  judge: 'reviews.judge',
  comment: 'reviews.comment',
  note: 'reviews.note',
  answer: 'questions.answer',
  return: 'reviews.return',
  propose: 'reviews.propose',
  approve: 'reviews.decide',
  reject: 'reviews.decide',
  reopen: 'reviews.reopen',
  withdraw: 'assessments.withdraw',
  extend: 'assessments.extend',
  reissue: 'invitations.reissue',
};

const IN_REVIEW: readonly AssessmentState[] = ['in_review'];
const OWED: readonly AssessmentState[] = ['not_started', 'answering', 'returned'];
const ENDED: readonly AssessmentState[] = ['withdrawn', 'declined', 'closed_unanswered'];

const FROM: Partial<Record<ReviewAction, readonly AssessmentState[]>> = {
  open: ASSESSMENT_TRANSITIONS.open_review.from,
  judge: IN_REVIEW,
  comment: IN_REVIEW,
  return: ASSESSMENT_TRANSITIONS.return.from,
  propose: ASSESSMENT_TRANSITIONS.propose.from,
  approve: ASSESSMENT_TRANSITIONS.approve.from,
  reject: ASSESSMENT_TRANSITIONS.reject.from,
  reopen: ASSESSMENT_TRANSITIONS.reopen.from,
  withdraw: ASSESSMENT_TRANSITIONS.withdraw.from,
  extend: OWED,
};
/** Pointless once the campaign has ended: the vendor could no longer write. */
const NEEDS_LIVE_CAMPAIGN: readonly ReviewAction[] = ['return', 'extend', 'reissue'];

/** Whether the states let the action happen, whoever asks. */
export function statesAllow(action: ReviewAction, standing: ReviewStanding): boolean {
  if (NEEDS_LIVE_CAMPAIGN.includes(action) && standing.campaignState === 'closed') return false;
  if (action === 'note' || action === 'read') return standing.submitted;
  if (action === 'answer') return isAnswerable(standing.campaignState, standing.state);
  if (action === 'reissue') return !ENDED.includes(standing.state);
  return FROM[action]?.includes(standing.state) ?? false;
}

/** Whether the viewer may do each action now: by role, by the states, and by four eyes against an open proposal. */
export function allowedReviewActions(
  viewer: { roles: readonly Role[]; userId: string },
  standing: ReviewStanding,
  proposedBy: { userId: string } | null,
): Record<ReviewAction, boolean> {
  const allowed = (action: ReviewAction) =>
    mayDo('bank', viewer.roles, PERMISSIONS[action]) &&
    statesAllow(action, standing) &&
    (action !== 'approve' && action !== 'reject' ? true : proposedBy !== null && mayApprove(proposedBy, viewer));
  return Object.fromEntries(REVIEW_ACTIONS.map((action) => [action, allowed(action)])) as Record<ReviewAction, boolean>;
}
