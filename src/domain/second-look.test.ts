import { describe, expect, it } from 'vitest';
import { type AnswerContent, EMPTY_ANSWER } from './answer';
import type { PromisedDate } from './promised-date';
import { changedSinceLastYear, type LookedAtFile, secondLooks } from './second-look';

const DAYS = { today: '2026-12-10', referenceDate: '2026-11-30' };
const MET: AnswerContent = { ...EMPTY_ANSWER, status: 'met', current: '規程に定めている' };
const UNMET: AnswerContent = { ...EMPTY_ANSWER, status: 'unmet', current: '未導入' };
const NOT_APPLICABLE: AnswerContent = { ...EMPTY_ANSWER, status: 'not_applicable', reason: '使っていない' };
const half = (fiscalYear: number): PromisedDate => ({ precision: 'half', fiscalYear, half: 1 });
const partial = (promised: PromisedDate, current = '一部で実施'): AnswerContent => ({
  ...EMPTY_ANSWER,
  status: 'partial',
  current,
  measure: '全体へ広げる',
  promised,
  person: '開発部',
});
const looks = (content: AnswerContent, prior: AnswerContent | null = null, days = DAYS) =>
  secondLooks([{ itemId: 'a', content, prior }], [], days).get('a') ?? [];

describe('another look before submitting', () => {
  it('is asked for where an item no longer applies or less is met than last year', () => {
    expect(looks(NOT_APPLICABLE, MET)).toEqual([{ why: 'now-not-applicable', before: 'met' }]);
    expect(looks(NOT_APPLICABLE, UNMET)).toEqual([{ why: 'now-not-applicable', before: 'unmet' }]);
    expect(looks(partial(half(2027)), MET)).toEqual([{ why: 'worse', before: 'met' }]);
    expect(looks({ ...UNMET, promised: half(2027) }, partial(half(2027)))).toEqual([
      { why: 'worse', before: 'partial' },
    ]);
  });

  it('is asked for where what lacked is met and the fact reads as before', () => {
    expect(looks({ ...MET, current: '一部で実施' }, partial(half(2026)))).toEqual([
      { why: 'fact-unchanged', before: 'partial' },
    ]);
    expect(looks(MET, partial(half(2026)))).toEqual([]);
  });

  it('is asked for where a promise lies behind today or the reference date, that day itself not', () => {
    const day = (date: string) => partial({ precision: 'day', date });
    expect(looks(day('2026-12-09'))).toMatchObject([{ why: 'promise-past', against: 'today' }]);
    expect(looks(day('2026-12-10'))).toEqual([]);
    const ahead = { today: '2026-11-01', referenceDate: '2026-11-30' };
    expect(looks(day('2026-11-29'), null, ahead)).toMatchObject([{ why: 'promise-past', against: 'reference' }]);
    expect(looks(day('2026-11-30'), null, ahead)).toEqual([]);
    // A plan that came with what is met has passed as well.
    expect(looks({ ...day('2026-12-09'), status: 'met' })).toMatchObject([{ why: 'promise-past' }]);
    // 対象外 promises nothing, whatever was typed before.
    expect(looks({ ...day('2026-12-09'), status: 'not_applicable' })).toEqual([]);
  });

  it('is asked for where a promise moved away, or stays open', () => {
    const undecided: PromisedDate = { precision: 'undecided', reason: '選定中' };
    const postponed = { why: 'postponed', before: half(2026), after: half(2027) };
    expect(looks(partial(half(2027)), partial(half(2026)))).toEqual([postponed]);
    expect(looks(partial(half(2027)), partial(half(2027)))).toEqual([]);
    expect(looks(partial(half(2027)), partial(half(2028)))).toEqual([]);
    expect(looks(partial(undecided), partial(half(2026)))).toEqual([{ ...postponed, after: undecided }]);
    expect(looks(partial(undecided), partial(undecided))).toEqual([{ why: 'undecided' }]);
    expect(looks(partial(undecided))).toEqual([{ why: 'undecided' }]);
    expect(looks({ ...partial(undecided), status: 'met' }, null)).toEqual([]);
    // What did not apply last year was promised for no day.
    expect(looks(partial(half(2027)), { ...NOT_APPLICABLE, promised: half(2026) })).toEqual([]);
  });

  it('names a file that no longer holds once, with the other items that it serves', () => {
    const answers = ['a', 'b', 'c'].map((itemId) => ({
      itemId,
      content: itemId === 'a' ? NOT_APPLICABLE : MET,
      prior: null,
    }));
    const file = (validTo: string | null, itemIds = ['c', 'a', 'b']): LookedAtFile => ({
      fileName: '認証書.pdf',
      validTo,
      itemIds,
    });
    expect([...secondLooks(answers, [file('2026-12-09')], DAYS)]).toEqual([
      [
        'b',
        [{ why: 'evidence-expired', fileName: '認証書.pdf', validTo: '2026-12-09', against: 'today', alsoFor: ['c'] }],
      ],
    ]);
    const holding = [file('2026-12-10'), file(null), file('2026-12-09', []), file('2026-12-09', ['a'])];
    expect(secondLooks(answers, holding, DAYS).size).toBe(0);
    const ahead = { today: '2026-11-01', referenceDate: '2026-11-30' };
    expect(secondLooks(answers, [file('2026-11-15')], ahead).get('b')).toMatchObject([{ against: 'reference' }]);
  });

  it('is not asked for where an answer stands as it was approved, or is new', () => {
    expect(looks(MET, MET)).toEqual([]);
    expect(looks(MET)).toEqual([]);
    expect(looks(NOT_APPLICABLE, NOT_APPLICABLE)).toEqual([]);
    expect(looks(partial(half(2027)))).toEqual([]);
  });
});

describe('the answers that differ from last year', () => {
  it('are counted without what is new or unanswered, and not at all without a last year', () => {
    expect(changedSinceLastYear([{ content: MET, prior: null }])).toBeNull();
    expect(
      changedSinceLastYear([
        { content: MET, prior: null },
        { content: MET, prior: MET },
        { content: MET, prior: UNMET },
        { content: EMPTY_ANSWER, prior: MET },
      ]),
    ).toBe(1);
  });
});
