import { describe, expect, it } from 'vitest';
import { ASSESSMENT_STATES, type AssessmentState, whyNotWritable } from './assessment-state';
import { CAMPAIGN_STATES, type CampaignState } from './campaign-state';
import {
  ASSESSMENT_TRANSITIONS,
  type AssessmentAction,
  CAMPAIGN_TRANSITIONS,
  type CampaignAction,
  nextAssessmentState,
  nextCampaignState,
} from './transitions';

// Written by hand from the field's description of states; a blank means refused. Not derived from the table.
const CAMPAIGN: Record<CampaignState, Partial<Record<CampaignAction, CampaignState>>> = {
  draft: { launch: 'launching', discard: 'closed' },
  launching: { finish_launch: 'running' },
  running: { pause: 'paused', close: 'closed' },
  paused: { resume: 'running', close: 'closed' },
  closed: { reopen: 'running' },
};

const leave = { withdraw: 'withdrawn', confirm_decline: 'declined' } as const;
const ASSESSMENT: Record<AssessmentState, Partial<Record<AssessmentAction, AssessmentState>>> = {
  not_started: { begin_answering: 'answering', submit: 'submitted', close_unanswered: 'closed_unanswered', ...leave },
  answering: { submit: 'submitted', close_unanswered: 'closed_unanswered', ...leave },
  submitted: { take_back: 'answering', open_review: 'in_review', ...leave },
  in_review: { return: 'returned', propose: 'pending_approval', ...leave },
  returned: { resume_answering: 'answering', submit: 'submitted', close_unanswered: 'closed_unanswered', ...leave },
  pending_approval: { approve: 'approved', reject: 'in_review', ...leave },
  approved: { reopen: 'in_review' },
  withdrawn: {},
  declined: {},
  closed_unanswered: { reopen_unanswered: 'answering' },
};

describe('transitions', () => {
  it('lead a campaign from every state by every action exactly where they should', () => {
    for (const state of CAMPAIGN_STATES) {
      for (const action of Object.keys(CAMPAIGN_TRANSITIONS) as CampaignAction[]) {
        expect(nextCampaignState(state, action), `${state} × ${action}`).toBe(CAMPAIGN[state][action] ?? null);
      }
    }
  });

  it('lead an assessment from every state by every action exactly where they should', () => {
    for (const state of ASSESSMENT_STATES) {
      for (const action of Object.keys(ASSESSMENT_TRANSITIONS) as AssessmentAction[]) {
        expect(nextAssessmentState(state, action), `${state} × ${action}`).toBe(ASSESSMENT[state][action] ?? null);
      }
    }
  });

  it('let the vendor write only while something is asked of them and the campaign runs', () => {
    const writable = ASSESSMENT_STATES.filter((state) => whyNotWritable('running', state) === null);
    expect(writable).toEqual(['not_started', 'answering', 'returned']);
    expect(whyNotWritable('paused', 'answering')).toBe('campaign-paused');
    expect(whyNotWritable('closed', 'answering')).toBe('campaign-closed');
    expect(whyNotWritable('running', 'withdrawn')).toBe('assessment-withdrawn');
    expect(whyNotWritable('closed', 'closed_unanswered')).toBe('assessment-closed');
    expect(whyNotWritable('running', 'in_review')).toBe('assessment-submitted');
  });
});
