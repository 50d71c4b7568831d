import { describe, expect, it } from 'vitest';
import { answerContentSchema, EMPTY_ANSWER, typedAnswerSchema } from './answer';
import { overlongTexts, plainAnswer, savableAnswer } from './answer-texts';

const EVERY_TEXT = {
  ...EMPTY_ANSWER,
  reason: 'a\u000Bb',
  current: 'a\u000Bb',
  measure: 'a\u000Bb',
  person: 'a\u000Bb',
  remarks: 'a\u000Bb',
  interim: 'a\u000Bb',
  named: { 認証番号: 'a\u000Bb' },
  promised: { precision: 'undecided' as const, reason: 'a\u000Bb' },
};

describe('the texts of an answer', () => {
  it('are on the page what the server keeps of them', () => {
    expect(plainAnswer(EVERY_TEXT)).toEqual(answerContentSchema.parse(EVERY_TEXT));
    expect(JSON.stringify(plainAnswer(EVERY_TEXT))).not.toContain('\u000b');
  });

  it('name those that are too long, by how much', () => {
    const typed = { ...EVERY_TEXT, person: '𠮷'.repeat(201), named: { 認証番号: 'x'.repeat(1001), 期間: '短い' } };
    expect(overlongTexts(typed)).toEqual([
      { field: 'named', name: '認証番号', length: 1001, max: 1000 },
      { field: 'person', length: 201, max: 200 },
    ]);
    expect(overlongTexts(EVERY_TEXT)).toEqual([]);
  });

  it('are saved but for those that are too long, which stand as they were', () => {
    const long = 'あ'.repeat(10_001);
    const kept = { ...EMPTY_ANSWER, current: '前の文章' };
    const typed = {
      ...EMPTY_ANSWER,
      current: long,
      remarks: '備考',
      interim: long,
      named: { 認証番号: long },
      promised: { precision: 'undecided' as const, reason: long },
    };
    const savable = savableAnswer(typed, kept);
    expect(savable).toEqual({
      ...kept,
      remarks: '備考',
      promised: { precision: 'undecided', reason: '' },
    });
    expect(answerContentSchema.parse(savable)).toEqual(savable);
  });

  it('are kept for whoever is still typing, too long and unfinished ones too', () => {
    const typed = {
      ...EMPTY_ANSWER,
      current: 'あ'.repeat(10_001),
      promised: { precision: 'day' as const, date: '' },
    };
    expect(typedAnswerSchema.parse(typed)).toEqual(typed);
    expect(answerContentSchema.safeParse(typed).success).toBe(false);
  });
});
