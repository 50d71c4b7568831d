import { describe, expect, it } from 'vitest';
import { EMPTY_ANSWER } from './answer';
import { isWhole, keepStanding } from './answer-keeping';

const MET = { ...EMPTY_ANSWER, status: 'met' as const, current: '守っている' };
const at = (date: string) => new Date(`${date}T03:00:00Z`);

describe('an answer on its way into the master', () => {
  const kept = { content: MET, answeredAt: at('2026-05-01') };
  const other = { ...MET, current: '別の答え' };

  it('is new, replaces an older one, repeats what stands, or is older than that', () => {
    expect(keepStanding(kept, null)).toBe('new');
    expect(keepStanding({ content: other, answeredAt: at('2026-05-02') }, kept)).toBe('replaces');
    expect(keepStanding({ content: MET, answeredAt: at('2025-01-01') }, kept)).toBe('same');
    expect(keepStanding({ content: other, answeredAt: at('2025-12-19') }, kept)).toBe('older');
  });

  it('is whole once no text is missing', () => {
    expect(isWhole({}, MET)).toBe(true);
    expect(isWhole({}, { ...MET, current: ' ' })).toBe(false);
    expect(isWhole({}, { ...MET, status: 'partial' })).toBe(false);
    expect(isWhole({ namedData: ['報告書名'] }, MET)).toBe(false);
  });
});
