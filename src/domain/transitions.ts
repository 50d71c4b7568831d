import type { AssessmentState } from './assessment-state';
import type { CampaignState } from './campaign-state';

type Who = 'operator' | 'reviewer' | 'approver' | 'vendor' | 'system';

export interface Transition<State extends string> {
  from: readonly State[];
  to: State;
  who: readonly Who[];
  /** What must hold besides the state, in words; the use case of the same name decides it. */
  guard: string | null;
  /** Mails that the transition plans. */
  mails: readonly string[];
  links: 'keep' | 'issue' | 'revoke';
  reminders: 'keep' | 'start' | 'stop';
}

/** 実施回. Every change of a campaign's state is a row here. */
export const CAMPAIGN_TRANSITIONS = {
  launch: {
    from: ['draft'],
    to: 'launching',
    who: ['operator'],
    guard: 'every service has a contact; the due date lies ahead',
    mails: [],
    links: 'keep',
    reminders: 'keep',
  },
  discard: {
    from: ['draft'],
    to: 'closed',
    who: ['operator'],
    guard: null,
    mails: [],
    links: 'keep',
    reminders: 'keep',
  },
  finish_launch: {
    from: ['launching'],
    to: 'running',
    who: ['system'],
    guard: 'every target has its assessment',
    mails: ['invitation'],
    links: 'issue',
    reminders: 'start',
  },
  pause: {
    from: ['running'],
    to: 'paused',
    who: ['operator'],
    guard: null,
    mails: [],
    links: 'keep',
    reminders: 'stop',
  },
  resume: {
    from: ['paused'],
    to: 'running',
    who: ['operator'],
    guard: null,
    mails: [],
    links: 'keep',
    reminders: 'start',
  },
  close: {
    from: ['running', 'paused'],
    to: 'closed',
    who: ['operator', 'approver'],
    guard: 'what was never submitted ends as 未回答終了',
    mails: [],
    links: 'keep',
    reminders: 'stop',
  },
  reopen: {
    from: ['closed'],
    to: 'running',
    who: ['approver'],
    guard: 'a reason is given; it had been launched',
    mails: [],
    links: 'keep',
    reminders: 'start',
  },
} as const satisfies Record<string, Transition<CampaignState>>;

/** 点検. Every change of an assessment's state is a row here. */
export const ASSESSMENT_TRANSITIONS = {
  begin_answering: {
    from: ['not_started'],
    to: 'answering',
    who: ['vendor'],
    guard: 'the first save',
    mails: [],
    links: 'keep',
    reminders: 'keep',
  },
  resume_answering: {
    from: ['returned'],
    to: 'answering',
    who: ['vendor'],
    guard: 'the first save after a return',
    mails: [],
    links: 'keep',
    reminders: 'keep',
  },
  submit: {
    from: ['not_started', 'answering', 'returned'],
    to: 'submitted',
    who: ['vendor'],
    guard: 'every item is complete; name and title are given',
    mails: ['receipt', 'submitted_notice'],
    links: 'keep',
    reminders: 'stop',
  },
  take_back: {
    from: ['submitted'],
    to: 'answering',
    who: ['vendor'],
    guard: 'the bank has not opened it',
    mails: [],
    links: 'keep',
    reminders: 'start',
  },
  open_review: {
    from: ['submitted'],
    to: 'in_review',
    who: ['reviewer'],
    guard: null,
    mails: [],
    links: 'keep',
    reminders: 'keep',
  },
  return: {
    from: ['in_review'],
    to: 'returned',
    who: ['reviewer'],
    guard: 'a comment on at least one item; a new due date',
    mails: ['return'],
    links: 'keep',
    reminders: 'start',
  },
  propose: {
    from: ['in_review'],
    to: 'pending_approval',
    who: ['reviewer'],
    guard: 'a verdict on every item',
    mails: [],
    links: 'keep',
    reminders: 'keep',
  },
  approve: {
    from: ['pending_approval'],
    to: 'approved',
    who: ['approver'],
    guard: 'another person than the proposer; the bank’s own items approved',
    mails: ['acceptance'],
    links: 'keep',
    reminders: 'stop',
  },
  reject: {
    from: ['pending_approval'],
    to: 'in_review',
    who: ['approver'],
    guard: 'a reason is given',
    mails: [],
    links: 'keep',
    reminders: 'keep',
  },
  reopen: {
    from: ['approved'],
    to: 'in_review',
    who: ['approver'],
    guard: 'a reason is given; the old approval stays on record',
    mails: [],
    links: 'keep',
    reminders: 'keep',
  },
  withdraw: {
    from: ['not_started', 'answering', 'submitted', 'in_review', 'returned', 'pending_approval'],
    to: 'withdrawn',
    who: ['operator'],
    guard: 'a reason is given',
    mails: ['withdrawn'],
    links: 'keep',
    reminders: 'stop',
  },
  confirm_decline: {
    from: ['not_started', 'answering', 'submitted', 'in_review', 'returned', 'pending_approval'],
    to: 'declined',
    who: ['operator'],
    guard: 'the vendor asked for it',
    mails: [],
    links: 'keep',
    reminders: 'stop',
  },
  close_unanswered: {
    from: ['not_started', 'answering', 'returned'],
    to: 'closed_unanswered',
    who: ['system'],
    guard: 'the campaign closes',
    mails: [],
    links: 'keep',
    reminders: 'stop',
  },
  reopen_unanswered: {
    from: ['closed_unanswered'],
    to: 'answering',
    who: ['system'],
    guard: 'the campaign re-opens',
    mails: [],
    links: 'keep',
    reminders: 'start',
  },
} as const satisfies Record<string, Transition<AssessmentState>>;

export type CampaignAction = keyof typeof CAMPAIGN_TRANSITIONS;
export type AssessmentAction = keyof typeof ASSESSMENT_TRANSITIONS;

/** The state that an action leads to, or null where it is not allowed. */
export function nextCampaignState(state: CampaignState, action: CampaignAction): CampaignState | null {
  const transition: Transition<CampaignState> = CAMPAIGN_TRANSITIONS[action];
  return transition.from.includes(state) ? transition.to : null;
}

export function nextAssessmentState(state: AssessmentState, action: AssessmentAction): AssessmentState | null {
  const transition: Transition<AssessmentState> = ASSESSMENT_TRANSITIONS[action];
  return transition.from.includes(state) ? transition.to : null;
}
