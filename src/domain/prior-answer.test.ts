import { describe, expect, it } from 'vitest';
import { type AnswerContent, EMPTY_ANSWER, missingIn, promiseLastDay } from './answer';
import {
  hasLapsed,
  lapsesOn,
  outcomeDueOn,
  outcomeUnsaid,
  promiseGoesOn,
  promiseKept,
  takeOverHindrance,
} from './prior-answer';

const TODAY = '2026-12-01';
const met: AnswerContent = { ...EMPTY_ANSWER, status: 'met', current: '実施済み' };
const promising = (date: string): AnswerContent => ({
  ...met,
  status: 'partial',
  measure: '広げる',
  person: '小林',
  interim: '目視で確かめる',
  promised: { precision: 'day', date },
});
const prior = (content: AnswerContent, part = {}) => ({ content, textChanged: false, unchangedBefore: false, ...part });

describe('taking last year’s answer over', () => {
  it('is hindered by a promise whose day has come, and by nothing before it', () => {
    expect(takeOverHindrance(prior(promising('2026-12-01')), TODAY)).toBe('promise-due');
    expect(takeOverHindrance(prior(promising('2026-12-02')), TODAY)).toBeNull();
    expect(takeOverHindrance(prior(promising('2026-12-01'), { textChanged: true }), TODAY)).toBe('promise-due');
    expect(takeOverHindrance(prior({ ...promising('2026-12-01'), status: 'not_applicable' }), TODAY)).toBeNull();
  });

  it('asks for a look where the text changed or nobody changed a word for two years', () => {
    expect(takeOverHindrance(prior(met, { textChanged: true }), TODAY)).toBe('text-changed');
    expect(takeOverHindrance(prior(met, { unchangedBefore: true }), TODAY)).toBe('unchanged-before');
    expect(takeOverHindrance(prior(met), TODAY)).toBeNull();
  });
});

describe('a complete answer', () => {
  const days = ['2026-11-30', TODAY, '2026-12-02'];
  const contents = [
    met,
    { ...met, status: 'not_applicable' as const, reason: '使わない' },
    { ...promising(TODAY), promised: { precision: 'undecided' as const, reason: '検討中' } },
    ...days.map(promising),
    ...days.map((day) => ({ ...promising(day), status: 'met' as const })),
    ...days.map((day) => ({ ...promising(day), status: 'not_applicable' as const, reason: '使わない' })),
  ];

  it.each(contents)('lapses on the day from which its outcome is missing: %j', (then) => {
    for (const now of contents) {
      const outcomeDue = outcomeDueOn(takeOverHindrance(prior(then), TODAY), TODAY);
      const hinders = missingIn(now, { outcomeDueOn: outcomeDue }, false).includes('outcome');
      const day = lapsesOn(promiseLastDay(now), promiseLastDay(then));
      expect(hasLapsed('answering', day, TODAY)).toBe(hinders);
    }
  });

  it('stays as it was handed in while it is with the bank, and for good', () => {
    const day = lapsesOn(TODAY, '2026-11-30');
    expect(day).toBe(TODAY);
    expect((['not_started', 'answering', 'returned'] as const).every((state) => hasLapsed(state, day, TODAY))).toBe(
      true,
    );
    expect(
      (['submitted', 'in_review', 'approved', 'closed_unanswered'] as const).some((state) =>
        hasLapsed(state, day, TODAY),
      ),
    ).toBe(false);
  });
});

describe('a promise that came due', () => {
  it('leaves nothing promised once it is kept', () => {
    expect(promiseKept(promising('2026-12-01'))).toEqual(met);
    expect(missingIn(promiseKept(promising('2026-12-01')), {}, false)).toEqual([]);
  });

  it('asks for another day when it goes on', () => {
    const due = promising('2026-12-01');
    expect(missingIn(promiseGoesOn(due, due), {}, false)).toEqual(['promised']);
  });

  it('keeps what was typed meanwhile, and adds the plan that goes on', () => {
    const typed = { ...EMPTY_ANSWER, current: '半数は済んだ' };
    expect(promiseGoesOn(typed, promising('2026-12-01'))).toEqual({
      ...typed,
      status: 'partial',
      measure: '広げる',
      person: '小林',
    });
    expect(promiseKept(typed).current).toBe('半数は済んだ');
  });

  it('is asked about until the answer says that it is met, 対象外, or due on another day', () => {
    const unsaid = (content: AnswerContent) => outcomeUnsaid(content, TODAY);
    expect([EMPTY_ANSWER, promising('2026-12-01'), { ...promising(TODAY), promised: null }].map(unsaid)).toEqual([
      true,
      true,
      true,
    ]);
    expect([met, promising('2026-12-02'), { ...met, status: 'not_applicable' as const }].map(unsaid)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('hinders submission as long as the passed day still stands, and only where it was promised last year', () => {
    const asked = { outcomeDueOn: outcomeDueOn('promise-due', TODAY) };
    expect(missingIn(promising('2026-12-01'), asked, false)).toEqual(['outcome']);
    expect(missingIn(promising('2026-12-02'), asked, false)).toEqual([]);
    expect(missingIn(met, asked, false)).toEqual([]);
    expect(missingIn(promising('2026-12-01'), { outcomeDueOn: outcomeDueOn('text-changed', TODAY) }, false)).toEqual(
      [],
    );
  });
});
