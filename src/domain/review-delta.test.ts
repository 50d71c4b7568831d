import { describe, expect, it } from 'vitest';
import { type AnswerContent, EMPTY_ANSWER } from './answer';
import { type DeltaFacts, mustBeOpened, reviewDelta } from './review-delta';

const MET: AnswerContent = { ...EMPTY_ANSWER, status: 'met', current: '年1回点検している。' };
const OTHER: AnswerContent = { ...MET, current: '年2回点検している。' };
const PARTIAL: AnswerContent = { ...MET, status: 'partial' };
const NOT_APPLICABLE: AnswerContent = { ...EMPTY_ANSWER, status: 'not_applicable', reason: '設備がない。' };

type LastYear = NonNullable<DeltaFacts['lastYear']>;
const LAST: LastYear = {
  content: MET,
  verdict: 'accepted',
  textChanged: false,
  takenTogether: false,
  yearBefore: null,
  promised: null,
};
const delta = (lastYear: Partial<LastYear> | null, rest: Partial<DeltaFacts> = {}) =>
  reviewDelta({
    today: '2026-12-01',
    answer: MET,
    earlierRound: null,
    lastYear: lastYear && { ...LAST, ...lastYear },
    ...rest,
  });
const on = (date: string) => ({ precision: 'day' as const, date });

describe('the delta of an item', () => {
  it('is taken together when it stands as it was accepted last year', () => {
    expect(delta({})).toEqual({ way: 'together', since: 'year' });
    expect(delta({ yearBefore: OTHER })).toEqual({ way: 'together', since: 'year' });
    expect(delta({ promised: on('2027-03-31') })).toEqual({ way: 'together', since: 'year' });
    expect(delta({ promised: { precision: 'undecided', reason: '検討中' } })).toMatchObject({ way: 'together' });
  });

  it.each<[string, Partial<LastYear> | null, Partial<DeltaFacts>, string[]]>([
    ['a new item', null, {}, ['new-item']],
    ['a changed text', { textChanged: true }, {}, ['text-changed']],
    ['a changed answer', {}, { answer: OTHER }, ['answer-changed']],
    ['one taken together the year before', { takenTogether: true }, {}, ['taken-over-before']],
    ['one unchanged the year before', { yearBefore: MET }, {}, ['taken-over-before']],
    ['one judged 不足', { verdict: 'insufficient' }, {}, ['not-accepted']],
    ['one judged 要確認', { verdict: 'check' }, {}, ['not-accepted']],
    ['one without a verdict', { verdict: null }, {}, ['not-accepted']],
    ['a promise that falls due today', { promised: on('2026-12-01') }, {}, ['promise-due']],
    ['a promise past its day', { promised: on('2026-09-30') }, {}, ['promise-due']],
    ['一部充足', { content: PARTIAL }, { answer: PARTIAL }, ['not-met']],
    ['対象外', { content: NOT_APPLICABLE }, { answer: NOT_APPLICABLE }, ['not-met']],
    ['a changed answer to one taken together', { takenTogether: true }, { answer: OTHER }, ['answer-changed']],
    [
      'everything at once',
      { textChanged: true, verdict: 'check', promised: on('2026-01-01'), content: PARTIAL, takenTogether: true },
      { answer: PARTIAL },
      ['text-changed', 'taken-over-before', 'not-accepted', 'promise-due', 'not-met'],
    ],
  ])('is opened singly for %s', (_, lastYear, rest, reasons) => {
    expect(delta(lastYear, rest)).toEqual({ way: 'singly', reasons });
  });

  it('rests on the round before where that accepted the same answer', () => {
    const accepted = { earlierRound: { content: MET, verdict: 'accepted' as const } };
    expect(delta(null, accepted)).toEqual({ way: 'together', since: 'round' });
    expect(delta({ textChanged: true, takenTogether: true }, accepted)).toEqual({ way: 'together', since: 'round' });
    expect(delta({}, { earlierRound: { content: MET, verdict: 'insufficient' } })).toEqual({
      way: 'singly',
      reasons: ['not-accepted'],
    });
    expect(delta({}, { earlierRound: { content: OTHER, verdict: 'accepted' } })).toEqual({
      way: 'singly',
      reasons: ['answer-changed'],
    });
    expect(delta(null, { answer: PARTIAL, earlierRound: { content: PARTIAL, verdict: 'accepted' } })).toEqual({
      way: 'singly',
      reasons: ['not-met'],
    });
  });

  it('must be opened before 認める for a changed text and after a year unread, for nothing else', () => {
    expect(mustBeOpened(delta({ textChanged: true }))).toBe(true);
    expect(mustBeOpened(delta({ takenTogether: true }))).toBe(true);
    expect(mustBeOpened(delta({ yearBefore: MET }))).toBe(true);
    expect(mustBeOpened(delta(null))).toBe(false);
    expect(mustBeOpened(delta({ verdict: 'check' }))).toBe(false);
    expect(mustBeOpened(delta({}))).toBe(false);
    expect(mustBeOpened(null)).toBe(false);
  });
});
