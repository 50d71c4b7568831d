import { describe, expect, it } from 'vitest';
import { ASSESSMENT_STATES } from './assessment-state';
import { isAnswerable, questionState, tellAt, whyNotAskable } from './question';

const at = (time: string) => new Date(`2026-12-01T${time}:00+09:00`);

describe('a question', () => {
  it('may be asked until the assessment has ended, also while the bank has the submission', () => {
    const askable = ASSESSMENT_STATES.filter((state) => whyNotAskable('running', state) === null);
    expect(askable).toEqual([
      'not_started',
      'answering',
      'submitted',
      'in_review',
      'returned',
      'pending_approval',
      'approved',
    ]);
    expect(whyNotAskable('paused', 'answering')).toBe('campaign-paused');
    expect(whyNotAskable('closed', 'in_review')).toBe('campaign-closed');
  });

  it('may be answered during a pause too, and not after the end', () => {
    expect(isAnswerable('paused', 'answering')).toBe(true);
    expect(isAnswerable('running', 'withdrawn')).toBe(false);
    expect(isAnswerable('closed', 'answering')).toBe(false);
  });

  it('is open, answered, taken back, or lapsed with the end', () => {
    const asked = { answeredAt: null, takenBackAt: null };
    expect(questionState(asked, true)).toBe('open');
    expect(questionState(asked, false)).toBe('lapsed');
    expect(questionState({ ...asked, answeredAt: at('10:00') }, false)).toBe('answered');
    expect(questionState({ ...asked, takenBackAt: at('10:00') }, true)).toBe('taken_back');
  });
});

describe('the mail about questions', () => {
  it('leaves ten minutes after the last of a sitting', () => {
    expect(tellAt([at('10:00'), at('10:08'), at('10:15')])).toEqual(at('10:25'));
  });

  it('waits an hour at most, however long somebody goes on asking', () => {
    const asked = Array.from({ length: 14 }, (_, index) => new Date(at('10:00').getTime() + index * 5 * 60_000));
    expect(tellAt(asked)).toEqual(at('11:00'));
  });

  it('is none where there is nothing to tell', () => {
    expect(tellAt([])).toBeNull();
  });
});
