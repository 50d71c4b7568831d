import { useLocale, useTranslations } from 'next-intl';
import { formatFiscalYear, formatPromised, type Locale } from '@/domain/date-format';
import type { GapPage } from './gap-data';
import { OutcomeMark } from './outcome-mark';

/** 前回の約束: what was promised the last time before, by when, and what became of it. */
export function EarlierPromise({ before }: { before: GapPage['gaps'][number]['before'] }) {
  const t = useTranslations('bank.gaps');
  const answers = useTranslations('states.answer');
  const locale = useLocale() as Locale;
  if (before === null) return t('noBefore');
  const year = formatFiscalYear(before.fiscalYear, locale);
  const { promise } = before;
  if (promise === null) return <p>{t('beforeNothing', { year, claim: answers(before.claim) })}</p>;
  return (
    <>
      <p className="keep">
        {t('beforePromise', {
          year,
          measure: promise.measure,
          by: formatPromised(promise.promised, locale),
          person: promise.person,
        })}
      </p>
      <OutcomeMark outcome={promise.outcome} />
    </>
  );
}
