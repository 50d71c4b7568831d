import { expect, it } from 'vitest';
import { bankNameIn } from './bank-name';

it('names a bank in the reader’s language, and by its own name where it has no other', () => {
  const bank = { name: 'ほし銀行', nameEn: 'Hoshi Bank' };
  expect([bankNameIn('ja', bank), bankNameIn('en', bank)]).toEqual(['ほし銀行', 'Hoshi Bank']);
  expect(bankNameIn('en', { ...bank, nameEn: '' })).toBe('ほし銀行');
});
