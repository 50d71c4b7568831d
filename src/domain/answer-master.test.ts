import { describe, expect, it } from 'vitest';
import { EMPTY_ANSWER } from './answer';
import {
  fittedTo,
  isOldAnswer,
  keptBeside,
  type MasterAnswer,
  monthsBetween,
  questionHash,
  toldElsewhere,
} from './answer-master';
import type { ChecklistItem } from './checklist';

const ITEM: ChecklistItem = {
  id: 'a',
  number: '1',
  category: '体制',
  objective: 'ＡＰＩの鍵を 守っている',
  answeredBy: 'vendor',
  practices: [{ heading: '鍵', methods: [{ number: 1, text: '台帳に記す(注1)。' }] }],
  notes: [{ mark: '注1', title: '台帳', text: '毎月見直す' }],
  references: [],
};
const MET = { ...EMPTY_ANSWER, status: 'met' as const, current: '守っている' };
const at = (text: string) => new Date(`${text}T03:00:00Z`);

describe('an item', () => {
  it('is recognised whatever its number, category, sources and widths of letters', () => {
    const elsewhere = { ...ITEM, id: 'b', number: 'Sec-9', category: '技術', objective: 'APIの鍵を守っている' };
    expect(questionHash(elsewhere)).toBe(questionHash(ITEM));
  });

  it('is another one once its text, a method or a note says something else', () => {
    const others: ChecklistItem[] = [
      { ...ITEM, objective: 'ＡＰＩの鍵を守っていない' },
      { ...ITEM, practices: [] },
      { ...ITEM, practices: [{ heading: '鍵', methods: [{ number: 1, text: '台帳に記さない(注1)。' }] }] },
      { ...ITEM, notes: [{ mark: '注1', title: '台帳', text: '毎年見直す' }] },
    ];
    expect(new Set([ITEM, ...others].map(questionHash)).size).toBe(5);
  });
});

describe('an answer', () => {
  it('is old from the day on which it is twelve months old in Tokyo', () => {
    expect(isOldAnswer(at('2025-11-27'), at('2026-11-26'))).toBe(false);
    expect(isOldAnswer(at('2025-11-27'), at('2026-11-27'))).toBe(true);
    expect(isOldAnswer(new Date('2025-11-26T15:00:00Z'), new Date('2026-11-26T14:59:59Z'))).toBe(false);
    expect(isOldAnswer(at('2024-02-29'), at('2025-02-28'))).toBe(true);
    expect(monthsBetween(at('2026-01-31'), at('2026-02-28'))).toBe(0);
    expect(monthsBetween(at('2025-11-27'), at('2026-11-27'))).toBe(12);
  });

  it('tells a bank no datum by name that its item does not ask for, and keeps it for the bank that does', () => {
    const content = { ...MET, named: { 認証番号: 'JQ-1', 報告書名: 'SOC 2' } };
    expect(fittedTo({ namedData: ['認証番号'] }, content)).toEqual({ ...MET, named: { 認証番号: 'JQ-1' } });
    expect(fittedTo({}, content)).toEqual(MET);
    expect(keptBeside(content, { namedData: ['認証番号'] }, { ...MET, named: { 認証番号: 'JQ-2' } })).toEqual({
      ...MET,
      named: { 認証番号: 'JQ-2', 報告書名: 'SOC 2' },
    });
    expect(keptBeside(content, { namedData: ['認証番号', '報告書名'] }, MET)).toEqual(MET);
    expect(keptBeside(null, {}, MET)).toEqual(MET);
  });

  it('names the other banks that were told, and what, where that is something else', () => {
    const bankOf = (tenantId: string, content = MET) => ({ tenantId, bankName: tenantId, bankNameEn: '', content });
    const other = { ...MET, current: '半分守っている' };
    const kept = { content: MET, told: [bankOf('aoba'), bankOf('midori', other), bankOf('wakaba')] } as MasterAnswer;
    expect(toldElsewhere(kept, 'aoba')).toEqual([
      { bankName: 'midori', bankNameEn: '', content: other },
      { bankName: 'wakaba', bankNameEn: '', content: null },
    ]);
    expect(toldElsewhere(kept, null)).toHaveLength(3);
  });
});
