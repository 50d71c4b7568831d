import type { AssessmentState } from './assessment-state';
import type { CalendarDate } from './calendar-date';
import type { CampaignState } from './campaign-state';
import type { LeftOutReason } from './left-out';
import { vendorOwes } from './mail-rule';
import { statesAllow } from './review-actions';

/** Work on many assessments at once, with what it is to set. */
export type BulkWork =
  | { action: 'remind' }
  | { action: 'withdraw' }
  | { action: 'extend'; dueDate: CalendarDate }
  | { action: 'assign'; memberId: string | null };

/** What is known of an assessment before its mails and links are looked at. */
export interface BulkStanding {
  state: AssessmentState;
  dueDate: CalendarDate;
  inChargeId: string | null;
  campaignState: CampaignState;
}

/**
 * Why an assessment is left out of the work, as far as its own row and its campaign tell; null when they don't hinder
 * it. The page names them before somebody confirms, the command after it with what only the mails tell.
 */
export function whyLeftOut(work: BulkWork, of: BulkStanding): LeftOutReason | null {
  const { state, campaignState } = of;
  if (work.action === 'assign') return of.inChargeId === work.memberId ? 'same-person' : null;
  if (work.action === 'withdraw') return allows('withdraw', of) ? null : 'state';
  if (campaignState === 'closed') return 'campaign-closed';
  if (work.action === 'remind') {
    if (campaignState !== 'running') return 'campaign-paused';
    return vendorOwes(state) ? null : 'state';
  }
  if (!allows('extend', of)) return 'state';
  return of.dueDate === work.dueDate ? 'same-date' : null;
}

function allows(action: 'extend' | 'withdraw', { state, campaignState }: BulkStanding): boolean {
  return statesAllow(action, { state, campaignState, submitted: false });
}
