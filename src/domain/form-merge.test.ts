import { describe, expect, it } from 'vitest';
import { type AnswerContent, answerContentSchema, EMPTY_ANSWER } from './answer';
import { compareForm, mergeForm } from './form-merge';

const BASE: AnswerContent = { ...EMPTY_ANSWER, status: 'met', current: '前から', named: { 証明書: '1' } };
const fates = (file: Partial<AnswerContent>, now: Partial<AnswerContent>) =>
  Object.fromEntries(
    compareForm(BASE, { ...BASE, ...file }, { ...BASE, ...now }).map(({ field, fate }) => [field, fate]),
  );
const merged = (file: Partial<AnswerContent>, now: Partial<AnswerContent>, choices = {}) =>
  mergeForm(BASE, { ...BASE, ...file }, { ...BASE, ...now }, choices);

describe('file, last download and now', () => {
  it('are compared cell by cell', () => {
    expect(fates({}, {})).toEqual({});
    expect(fates({ current: '紙で' }, {})).toEqual({ current: 'file' });
    expect(fates({}, { current: '画面で' })).toEqual({ current: 'now' });
    expect(fates({ current: '同じ' }, { current: '同じ' })).toEqual({});
    expect(fates({ current: '紙で', remarks: '備' }, { current: '画面で', person: '田中' })).toEqual({
      current: 'both',
      remarks: 'file',
      person: 'now',
    });
    expect(fates({ named: { 証明書: '2' } }, {})).toEqual({ named: 'file' });
    const { named: _gone, ...bare } = BASE;
    expect(compareForm(BASE, bare, BASE)).toEqual([{ field: 'named', fate: 'emptied' }]);
  });

  it('are merged: one side’s change is taken, both sides’ wait for a choice, nothing else moves', () => {
    expect(merged({ current: '紙で' }, { person: '田中' })).toEqual({ ...BASE, current: '紙で', person: '田中' });
    expect(merged({ current: '紙で' }, { current: '画面で' })).toBeNull();
    expect(merged({ current: '紙で' }, { current: '画面で' }, { current: 'now' })?.current).toBe('画面で');
    expect(merged({ current: '紙で' }, { current: '画面で' }, { current: 'file' })?.current).toBe('紙で');
    // A choice for a cell that needs none changes nothing.
    expect(merged({ current: '紙で' }, {}, { current: 'now' })?.current).toBe('紙で');
  });

  it('leave to somebody what the file emptied: it goes only when that was meant', () => {
    expect(fates({ current: '', status: 'unanswered' }, {})).toEqual({ status: 'emptied', current: 'emptied' });
    expect(merged({ current: '' }, {})).toBeNull();
    expect(merged({ current: '' }, {}, { current: 'now' })).toEqual(BASE);
    expect(merged({ current: '' }, {}, { current: 'file' })).toEqual({ ...BASE, current: '' });
    expect(fates({ current: '' }, { current: '画面で' })).toEqual({ current: 'both' });
  });

  it('make an answer again, with what was taken out left out', () => {
    const { named: _gone, ...bare } = BASE;
    const made = mergeForm(BASE, { ...bare, interim: '暫定' }, BASE, { named: 'file' });
    expect(made).toEqual({ ...bare, interim: '暫定' });
    expect(answerContentSchema.safeParse(made).success).toBe(true);
  });
});
