import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from './access';
import { ASSESSMENT_STATES, type AssessmentState } from './assessment-state';
import { allowedReviewActions, REVIEW_ACTIONS } from './review-actions';

const me = { userId: 'me' };
const another = { userId: 'another' };

function allowed(
  roles: readonly Role[],
  state: AssessmentState,
  part: { campaignState?: 'running' | 'closed'; submitted?: boolean; proposedBy?: { userId: string } } = {},
) {
  const { campaignState = 'running', submitted = true, proposedBy = another } = part;
  const may = allowedReviewActions({ roles, ...me }, { state, campaignState, submitted }, proposedBy);
  return REVIEW_ACTIONS.filter((action) => may[action]);
}

describe('what a member may do about an assessment', () => {
  it('follows the state', () => {
    expect(allowed(['reviewer'], 'submitted')).toEqual(['open', 'read', 'note', 'answer']);
    expect(allowed(['reviewer'], 'in_review')).toEqual([
      'read',
      'judge',
      'comment',
      'note',
      'answer',
      'return',
      'propose',
    ]);
    expect(allowed(['approver'], 'pending_approval')).toEqual(['read', 'note', 'approve', 'reject']);
    expect(allowed(['approver'], 'approved')).toEqual(['read', 'note', 'reopen']);
    expect(allowed(['operator'], 'answering', { submitted: false })).toEqual([
      'answer',
      'withdraw',
      'extend',
      'reissue',
    ]);
    expect(allowed(['operator'], 'withdrawn')).toEqual([]);
  });

  it('leaves the decision to another person than the proposer, whatever the roles', () => {
    expect(allowed([...ROLES], 'pending_approval', { proposedBy: me })).not.toContain('approve');
    expect(allowed([...ROLES], 'pending_approval')).toContain('approve');
  });

  it('asks nothing more of vendors once the campaign has ended', () => {
    expect(allowed(['reviewer'], 'in_review', { campaignState: 'closed' })).toEqual([
      'read',
      'judge',
      'comment',
      'note',
      'propose',
    ]);
    expect(allowed(['operator'], 'answering', { campaignState: 'closed' })).toEqual(['withdraw']);
  });

  it('is nothing for those who only look', () => {
    for (const state of ASSESSMENT_STATES) {
      for (const role of ['administrator', 'viewer', 'auditor'] as const) expect(allowed([role], state)).toEqual([]);
    }
  });
});
