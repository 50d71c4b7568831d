import { describe, expect, it } from 'vitest';
import { type AnswerContent, EMPTY_ANSWER } from '@/domain/answer';
import { compareForm } from '@/domain/form-merge';
import { choiceKey, type FormLine, firstOpen, lackingAfter, openChoices, partedLines } from './form-data';

const MET: AnswerContent = { ...EMPTY_ANSWER, status: 'met', current: '規程に定めている。' };

function line(number: string, file: Partial<AnswerContent>, now: Partial<AnswerContent> = {}): FormLine {
  const sides = { base: MET, file: { ...MET, ...file }, now: { ...MET, ...now } };
  return {
    itemId: number,
    number,
    objective: '目標',
    version: 3,
    ...sides,
    asked: {},
    hasEvidence: false,
    fields: compareForm(sides.base, sides.file, sides.now),
  };
}
const EMPTIED = line('1', { current: '' });
const CHANGED = line('2', { remarks: '備考' });
const STAYS = line('3', {}, { remarks: '画面で' });
const BOTH = line('4', { current: 'シート' }, { current: '画面' });
const LINES = [CHANGED, STAYS, EMPTIED, BOTH];

describe('the comparison of a form that came back', () => {
  it('puts first what somebody chooses, and apart what only the page changed', () => {
    const { chosen, plain, stays } = partedLines(LINES);
    expect([chosen, plain, stays].map((part) => part.map(({ number }) => number))).toEqual([['1', '4'], ['2'], ['3']]);
  });

  it('counts what waits for a choice, and leads to the first of it', () => {
    expect(openChoices(LINES, new Map())).toEqual({ both: 1, emptied: 1 });
    const some = new Map([[choiceKey(EMPTIED, 'current'), 'now' as const]]);
    expect(openChoices(LINES, some)).toEqual({ both: 1, emptied: 0 });
    expect(firstOpen(LINES, some)?.number).toBe('4');
  });

  it('asks anew when the answer was saved since the choice', () => {
    const made = new Map([[choiceKey(BOTH, 'current'), 'file' as const]]);
    expect(firstOpen([BOTH], made)).toBeNull();
    expect(firstOpen([{ ...BOTH, version: 4 }], made)?.number).toBe('4');
  });

  it('names what a complete item will lack, as the choices stand', () => {
    expect(lackingAfter(line('5', { status: 'partial' }), new Map())).toEqual(['measure', 'promised', 'person']);
    expect(lackingAfter(CHANGED, new Map())).toEqual([]);
    expect(lackingAfter(EMPTIED, new Map())).toEqual([]);
    expect(lackingAfter(EMPTIED, new Map([[choiceKey(EMPTIED, 'current'), 'file' as const]]))).toEqual(['current']);
    expect(lackingAfter(EMPTIED, new Map([[choiceKey(EMPTIED, 'current'), 'now' as const]]))).toEqual([]);
  });
});
