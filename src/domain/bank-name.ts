import type { Locale } from './date-format';

/** What the bank is called in a reader's language; a bank that gave no English name keeps its own. */
export function bankNameIn(locale: Locale, bank: { name: string; nameEn: string }): string {
  return locale === 'en' && bank.nameEn !== '' ? bank.nameEn : bank.name;
}
