import type { AnsweredBy } from './checklist';

/** The words of an edition's sheet: the form's in every language. */
export const ANSWERED_BY: Record<AnsweredBy, string> = { vendor: 'API接続先', bank: '銀行', both: 'API接続先・銀行' };
export const API_KIND = { reference: '参照系', update: '更新系' } as const;
export const NEEDED = '要';
export const SEPARATOR = '、';

/** What a cell may say, for sentences about what it can't. */
export const SHEET_WORDS: Readonly<Record<string, string>> = {
  'answered-by': Object.values(ANSWERED_BY).join(' / '),
  condition: Object.values(API_KIND).join(SEPARATOR),
  evidence: NEEDED,
};
