import { describe, expect, it } from 'vitest';
import { type AnswerContent, EMPTY_ANSWER, missingIn } from './answer';
import { outcomeDueOn, outcomeUnsaid, promiseGoesOn, promiseKept, takeOverHindrance } from './prior-answer';

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
