import { useLocale, useTranslations } from 'next-intl';
import type { AnswerContent } from '@/domain/answer';
import { formatPromised, type Locale } from '@/domain/date-format';

/** An answer as lines of text, label and value, blank parts left out: for reading, comparing and copying. */
export function useAnswerLines(): (content: AnswerContent) => { key: string; label: string; text: string }[] {
  const t = useTranslations('ui.answer');
  const states = useTranslations('states.answer');
  const locale = useLocale() as Locale;
  return (content) => {
    const plain = content.status !== 'not_applicable';
    const promised = content.promised === null ? '' : formatPromised(content.promised, locale);
    return [
      { key: 'status', label: t('status'), text: states(content.status) },
      { key: 'reason', label: t('reason'), text: plain ? '' : content.reason },
      { key: 'current', label: t('current'), text: plain ? content.current : '' },
      ...Object.entries(content.named ?? {}).map(([name, text]) => ({
        key: `named ${name}`,
        label: name,
        text: plain ? text : '',
      })),
      { key: 'measure', label: t('measure'), text: plain ? content.measure : '' },
      { key: 'promised', label: t('promised'), text: plain ? promised : '' },
      { key: 'person', label: t('person'), text: plain ? content.person : '' },
      { key: 'interim', label: t('interim'), text: plain ? (content.interim ?? '') : '' },
      { key: 'remarks', label: t('remarks'), text: content.remarks },
    ].filter((line) => line.text !== '');
  };
}
