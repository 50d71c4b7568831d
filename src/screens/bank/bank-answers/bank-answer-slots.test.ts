import { describe, expect, it } from 'vitest';
import { type AnswerContent, EMPTY_ANSWER, missingIn } from '@/domain/answer';
import type { Card } from '@/screens/checklist/answer-desk';
import { type BankAnswerSlot, endsOverride, isReady, overrides, proposesEnd } from './bank-answer-slots';

const MET: AnswerContent = { ...EMPTY_ANSWER, status: 'met', current: '規程に定めている。' };
const AT = new Date('2026-12-01T00:00:00Z');
const ID = '018f0000-0000-7000-8000-000000000000';

const approvedAs = (content: AnswerContent, version = 1) => ({
  revisionId: ID,
  version,
  content,
  shared: true,
  proposedBy: '担当',
  approvedBy: '承認者',
  approvedAt: AT,
});
const slot = (part: Partial<BankAnswerSlot> = {}): BankAnswerSlot => ({
  level: 'override',
  standing: 'approved',
  content: MET,
  version: 1,
  complete: true,
  updatedAt: AT,
  by: '担当',
  proposal: null,
  approved: approvedAs(MET),
  ...part,
});
const card = (content: AnswerContent, version: number, phase: Card['phase'] = 'kept'): Card => ({
  content,
  kept: { content, version, saved: null },
  phase,
  missing: missingIn(content, {}, false),
  failure: null,
  theirs: null,
  undoable: false,
});

describe('an answer of the bank for one vendor alone', () => {
  it('is ended by emptying what was approved, and that can be proposed though nothing is filled in', () => {
    expect(overrides(slot())).toBe(true);
    expect(endsOverride(slot(), card(EMPTY_ANSWER, 2))).toBe(true);
    expect(isReady(slot(), card(EMPTY_ANSWER, 2))).toBe(true);
    expect(isReady(slot(), card(EMPTY_ANSWER, 2, 'typed'))).toBe(false);
    const waiting = slot({
      proposal: {
        revisionId: ID,
        version: 2,
        content: EMPTY_ANSWER,
        shared: true,
        proposedBy: '担当',
        proposedAt: AT,
        mine: false,
      },
    });
    expect(proposesEnd(waiting)).toBe(true);
    expect(isReady(waiting, card(EMPTY_ANSWER, 2))).toBe(false);
  });

  it('is nothing to end once it is ended, nor at the campaign’s level', () => {
    const ended = slot({ approved: approvedAs(EMPTY_ANSWER, 2) });
    expect(overrides(ended)).toBe(false);
    expect(isReady(ended, card(EMPTY_ANSWER, 2))).toBe(false);
    expect(overrides(slot({ level: 'default' }))).toBe(false);
    expect(isReady(slot({ level: 'default' }), card(EMPTY_ANSWER, 2))).toBe(false);
    expect(overrides(null)).toBe(false);
  });

  it('is ready for approval whole, saved and changed since', () => {
    expect(isReady(null, card(MET, 1))).toBe(true);
    expect(isReady(null, card(MET, 0))).toBe(false);
    expect(isReady(slot(), card(MET, 1))).toBe(false);
    expect(isReady(slot(), card(MET, 2))).toBe(true);
    expect(isReady(slot(), undefined)).toBe(false);
  });
});
