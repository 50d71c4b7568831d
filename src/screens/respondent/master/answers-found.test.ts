import { expect, it } from 'vitest';
import { EMPTY_ANSWER } from '@/domain/answer';
import { answersFound, type ServiceAnswer } from './answers-found';

const answer = (number: string, category: string, current: string) =>
  ({ number, category, objective: '鍵を守っている', content: { ...EMPTY_ANSWER, current } }) as ServiceAnswer;
const ANSWERS = [
  answer('1', '体制', 'ＨＳＭで保管'),
  answer('2', '体制', '台帳に記す'),
  answer('3', '技術', 'hsmを年1回点検'),
];

it('finds answers by their texts in any width and case, in their order and by category', () => {
  const numbers = (words: string) =>
    answersFound(ANSWERS, words).map(({ category, answers }) => [category, ...answers.map(({ number }) => number)]);
  expect(numbers('')).toEqual([
    ['体制', '1', '2'],
    ['技術', '3'],
  ]);
  expect(numbers('HSM')).toEqual([
    ['体制', '1'],
    ['技術', '3'],
  ]);
  expect(numbers('鍵 台帳')).toEqual([['体制', '2']]);
  expect(numbers('どこにもない')).toEqual([]);
});
