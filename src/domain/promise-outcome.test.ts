import { describe, expect, it } from 'vitest';
import { promiseOutcome } from './promise-outcome';
import type { PromisedDate } from './promised-date';

const UNDECIDED: PromisedDate = { precision: 'undecided', reason: '予算が未定' };
const day = (date: string): PromisedDate => ({ precision: 'day', date });
const PROMISED = day('2026-09-30');
const BEFORE = '2026-09-30';
const AFTER = '2026-10-01';

const still = (promised: PromisedDate | null) => ({ claim: 'partial' as const, verdict: null, promised });

describe('what became of a promise', () => {
  it('is that it was kept once the newer answer is no gap', () => {
    expect(promiseOutcome(PROMISED, { claim: 'met', verdict: null, promised: null }, AFTER)).toBe('kept');
    expect(promiseOutcome(UNDECIDED, { claim: 'not_applicable', verdict: 'accepted', promised: null }, AFTER)).toBe(
      'kept',
    );
  });

  it('is not that it was kept where the bank found the answer insufficient', () => {
    expect(promiseOutcome(PROMISED, { claim: 'met', verdict: 'insufficient', promised: null }, AFTER)).toBe('missed');
  });

  it('is that it was postponed where a later day is promised, or no day any more', () => {
    expect(promiseOutcome(PROMISED, still(day('2026-10-01')), AFTER)).toBe('postponed');
    expect(promiseOutcome(PROMISED, still({ precision: 'half', fiscalYear: 2026, half: 2 }), BEFORE)).toBe('postponed');
    expect(promiseOutcome(PROMISED, still(UNDECIDED), BEFORE)).toBe('postponed');
  });

  it('is that it was missed once its last day has passed and none later is promised', () => {
    expect(promiseOutcome(PROMISED, still(null), AFTER)).toBe('missed');
    expect(promiseOutcome(PROMISED, still(PROMISED), AFTER)).toBe('missed');
    expect(promiseOutcome(PROMISED, still({ precision: 'half', fiscalYear: 2026, half: 1 }), AFTER)).toBe('missed');
  });

  it('is open until then, and stays undecided where no day was ever named', () => {
    expect(promiseOutcome(PROMISED, still(PROMISED), BEFORE)).toBe('ahead');
    expect(promiseOutcome(UNDECIDED, still(PROMISED), AFTER)).toBe('undecided');
  });
});
