import { describe, expect, it } from 'vitest';
import { ANSWER_STATUSES } from './answer';
import { countClaims, gapState, isGap, isOpenGap, VERDICTS } from './gap';

describe('a gap', () => {
  it('is a claim of partial or unmet, or the verdict insufficient on any claim', () => {
    const gaps = ANSWER_STATUSES.flatMap((claim) =>
      [null, ...VERDICTS].filter((verdict) => isGap(claim, verdict)).map((verdict) => `${claim}/${verdict ?? '-'}`),
    );
    expect(gaps).toEqual([
      'met/insufficient',
      'partial/-',
      'partial/accepted',
      'partial/insufficient',
      'partial/check',
      'unmet/-',
      'unmet/accepted',
      'unmet/insufficient',
      'unmet/check',
      'not_applicable/insufficient',
      'unanswered/insufficient',
    ]);
  });

  it('counts until a later campaign that asks the same has a submitted answer, whatever that says', () => {
    const submitted = { asked: true, submitted: true };
    const draft = { asked: true, submitted: false };
    const unasked = { asked: false, submitted: true };
    expect(isOpenGap('partial', null, [])).toBe(true);
    expect(isOpenGap('partial', null, [draft, unasked])).toBe(true);
    expect(isOpenGap('partial', null, [draft, submitted, unasked])).toBe(false);
    expect(isOpenGap('met', 'accepted', [])).toBe(false);
  });

  it('stands as its promise does', () => {
    expect(gapState(null, '2026-12-01')).toBe('unplanned');
    expect(gapState({ precision: 'undecided', reason: '選定中' }, '2026-12-01')).toBe('undecided');
    expect(gapState({ precision: 'month', year: 2026, month: 11 }, '2026-12-01')).toBe('overdue');
    expect(gapState({ precision: 'month', year: 2026, month: 12 }, '2026-12-01')).toBe('planned');
  });

  it('counts unanswered and not applicable apart', () => {
    expect(countClaims(['met', 'met', 'unmet', 'unanswered', 'not_applicable'])).toEqual({
      met: 2,
      partial: 0,
      unmet: 1,
      not_applicable: 1,
      unanswered: 1,
    });
  });
});
