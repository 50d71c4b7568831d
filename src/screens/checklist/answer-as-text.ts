import { useLocale, useTranslations } from 'next-intl';
import type { AnswerContent } from '@/domain/answer';
import type { Locale } from '@/domain/date-format';
import { answerLines } from '@/messages/answer-lines';

/** An answer as lines of text, in the reader's language. */
export function useAnswerLines(): (content: AnswerContent) => ReturnType<typeof answerLines> {
  const t = useTranslations('ui.answer');
  const states = useTranslations('states.answer');
  const locale = useLocale() as Locale;
  return (content) => answerLines(content, { locale, label: t, status: states });
}
