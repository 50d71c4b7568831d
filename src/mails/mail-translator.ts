import { createTranslator, type MessageKeys, type NestedKeyOf } from 'next-intl';
import type { Locale } from '@/domain/date-format';
import en from '@/messages/en/mails.json' with { type: 'json' };
import ja from '@/messages/ja/mails.json' with { type: 'json' };

type Messages = typeof ja;
export type MailKey = MessageKeys<Messages, NestedKeyOf<Messages>>;

/** Values are inserted as they are, never read as message syntax. */
export type MailTranslator = (key: MailKey, values?: Record<string, string | number>) => string;

const MESSAGES: Record<Locale, Messages> = { ja, en };

/** The words of mails. Throws on a missing key or value, so that no half-worded mail goes out. */
export function mailTranslator(locale: Locale): MailTranslator {
  const translate = createTranslator<Messages>({
    locale,
    messages: MESSAGES[locale],
    onError: (error) => {
      throw error;
    },
  });
  return (key, values) => translate(key, values);
}
