import { bankNameIn } from '@/domain/bank-name';
import { formatDeadline, type Locale } from '@/domain/date-format';
import type { Part } from './letter';
import type { Letterhead } from './mail-data';
import type { MailTranslator } from './mail-translator';

/** The reader's language, and the other one for the aside. */
export interface Voice {
  locale: Locale;
  other: Locale;
  t: MailTranslator;
  abroad: MailTranslator;
}

export const paragraph = (text: string): Part => ({ is: 'paragraph', text });

/** A paragraph a line, blank ones left out. */
export const paragraphs = (text: string): Part[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(paragraph);

export function department(bank: Letterhead, locale: Locale): string {
  return locale === 'en' && bank.departmentEn !== '' ? bank.departmentEn : bank.department;
}

/** The values that every text about one bank may name. */
export function bankValues(bank: Letterhead, locale: Locale): Record<string, string> {
  return {
    bank: bankNameIn(locale, bank),
    department: department(bank, locale),
    self: bank.selfTerm,
    telephone: bank.telephone,
  };
}

export function deadline(due: { dueDate: string; closingTime: string }, locale: Locale): string {
  return formatDeadline(due.dueDate, due.closingTime, locale);
}

/** Who writes, where to answer, and the number at which to check that the mail is real. */
export function signature(bank: Letterhead, { locale, t }: Voice): Part {
  return {
    is: 'signature',
    lines: [
      `${bankNameIn(locale, bank)} ${department(bank, locale)}`,
      t('signature.contact', { telephone: bank.telephone, hours: bank.businessHours }),
      t('signature.reply', { address: bank.replyAddress }),
      t('signature.verify'),
    ],
  };
}
