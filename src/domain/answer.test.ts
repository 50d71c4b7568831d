import { describe, expect, it } from 'vitest';
import { type AnswerContent, type Asked, answerContentSchema, EMPTY_ANSWER, missingIn, sameContent } from './answer';
import { answerDigest } from './answer-digest';

const answer = (part: Partial<AnswerContent>): AnswerContent => ({ ...EMPTY_ANSWER, ...part });
const lacking = (content: AnswerContent, asked: Asked) => missingIn(content, asked, false);

describe('what an answer lacks', () => {
  it('is the status while nothing is chosen', () => {
    expect(lacking(EMPTY_ANSWER, {})).toEqual(['status']);
  });

  it('is the reason when an item does not apply', () => {
    expect(lacking(answer({ status: 'not_applicable' }), {})).toEqual(['reason']);
    expect(lacking(answer({ status: 'not_applicable', reason: 'アプリを提供していない' }), {})).toEqual([]);
  });

  it('is the whole plan when partly or not met', () => {
    for (const status of ['partial', 'unmet'] as const) {
      expect(lacking(answer({ status }), {})).toEqual(['current', 'measure', 'promised', 'person']);
    }
  });

  it('is nothing more than the current state when met, until a plan is begun', () => {
    expect(lacking(answer({ status: 'met', current: '実施済み' }), {})).toEqual([]);
    expect(lacking(answer({ status: 'met', current: '実施済み', measure: '更新する' }), {})).toEqual([
      'promised',
      'person',
    ]);
  });

  it('is the date when it is undecided without a reason', () => {
    const planned = { status: 'partial', current: 'a', measure: 'b', person: 'c' } as const;
    expect(lacking(answer({ ...planned, promised: { precision: 'undecided', reason: ' ' } }), {})).toEqual([
      'promised',
    ]);
    expect(lacking(answer({ ...planned, promised: { precision: 'undecided', reason: '選定中' } }), {})).toEqual([]);
  });
});

describe('data asked for by name', () => {
  const asked = { namedData: ['認証番号', '報告書名', '更新間隔（任意）'] };
  it('is missing until every datum is there, and not asked of an item that does not apply', () => {
    const met = { status: 'met', current: '取得済み' } as const;
    expect(lacking(answer(met), asked)).toEqual(['named']);
    expect(lacking(answer({ ...met, named: { 認証番号: 'IS 1', 報告書名: ' ' } }), asked)).toEqual(['named']);
    expect(lacking(answer({ ...met, named: { 認証番号: 'IS 1', 報告書名: 'SOC 2' } }), asked)).toEqual([]);
    expect(lacking(answer({ status: 'not_applicable', reason: '対象外' }), asked)).toEqual([]);
  });

  it('is left out when blank, so that an answer without it says the same', () => {
    const typed = answerContentSchema.parse({ ...EMPTY_ANSWER, interim: '', named: { 認証番号: ' ' } });
    expect(sameContent(typed, EMPTY_ANSWER)).toBe(true);
    expect(answerContentSchema.parse({ ...EMPTY_ANSWER, named: { a: '1', b: '' } }).named).toEqual({ a: '1' });
  });
});

describe('evidence', () => {
  const asked = { evidenceNeeded: true };
  const met = answer({ status: 'met', current: '実施済み' });
  it('is missing where something is met that nothing shows, and only where the item asks for it', () => {
    expect(missingIn(met, asked, false)).toEqual(['evidence']);
    expect(missingIn(met, asked, true)).toEqual([]);
    expect(missingIn(met, {}, false)).toEqual([]);
    expect(missingIn(answer({ ...met, status: 'partial' }), asked, false)).toContain('evidence');
  });

  it('is not asked for what is not done or does not apply', () => {
    expect(missingIn(answer({ ...met, status: 'unmet' }), asked, false)).not.toContain('evidence');
    expect(missingIn(answer({ status: 'not_applicable', reason: '対象外' }), asked, false)).toEqual([]);
  });
});

describe('an answer', () => {
  it('digests the same whatever the order of its members', () => {
    const one = answer({ status: 'met', current: 'a' });
    const other = Object.fromEntries(Object.entries(one).reverse()) as AnswerContent;
    expect(answerDigest(other)).toBe(answerDigest(one));
    expect(sameContent(one, other)).toBe(true);
    expect(answerDigest(answer({ status: 'met', current: 'b' }))).not.toBe(answerDigest(one));
  });

  it('refuses unknown members', () => {
    expect(answerContentSchema.safeParse({ ...EMPTY_ANSWER, tenantId: 'x' }).success).toBe(false);
  });
});
