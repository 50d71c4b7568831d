import { describe, expect, it } from 'vitest';
import { openPoints } from './open-points';
import { itemOf, reviewOf } from './review.fixture';

const AT = new Date('2026-12-10T05:00:00Z');
const judged = (value: 'accepted' | 'insufficient' | 'check') => ({
  verdict: { value, reason: '', by: '佐藤 美咲', at: AT, released: false, takenTogether: false },
});

describe('what an approval would leave open', () => {
  it('is named by 通番, what forbids it first', () => {
    const review = reviewOf([
      itemOf('1', judged('accepted')),
      itemOf('2', { ...judged('insufficient'), gap: 'overdue' }),
      itemOf('Sec-3', judged('check')),
      itemOf('4'),
    ]);
    const progress = { ...review.progress, unjudged: ['4'], insufficient: ['2'], bankUnapproved: ['60'] };
    expect(openPoints({ ...review, progress })).toEqual([
      { kind: 'unapproved', numbers: ['60'], hinders: true },
      { kind: 'unjudged', numbers: ['4'], hinders: true },
      { kind: 'insufficient', numbers: ['2'], hinders: false },
      { kind: 'check', numbers: ['Sec-3'], hinders: false },
      { kind: 'gaps', numbers: ['2'], hinders: false },
    ]);
  });

  it('is nothing where all is accepted', () => {
    expect(openPoints(reviewOf([itemOf('1', judged('accepted'))]))).toEqual([]);
  });
});
