'use client';

import { useLocale, useTranslations } from 'next-intl';
import { hasPromise } from '@/domain/answer';
import { formatFiscalYear, formatInstant, formatPromised, type Locale } from '@/domain/date-format';
import { AnswerMark } from '@/screens/checklist/answer-mark';
import { IconChevronRight } from '@/ui/icons';
import { Section } from '@/ui/section';
import { OutcomeMark } from '../gaps/outcome-mark';
import type { Review, ReviewItem } from './review-data';

/**
 * 前回の約束と今回の事実: last year's promise beside what the vendor says this year, by whom, and what is still planned.
 * Nothing without a promise.
 */
export function PromiseFact({ review, item }: { review: Review; item: ReviewItem }) {
  const t = useTranslations('bank.review.promiseFact');
  const locale = useLocale() as Locale;
  const promise = item.lastYear?.promise;
  const year = review.head.lastYear;
  if (!promise || !year || !item.vendor) return null;
  const { content, by, at } = item.vendor;
  return (
    <Section
      id="promise-fact"
      title={t('title')}
      className="mt16"
      actions={promise.outcome ? <OutcomeMark outcome={promise.outcome} /> : null}
    >
      <div className="pf">
        <div>
          <p className="sub">{t('promise', { year: formatFiscalYear(year.fiscalYear, locale) })}</p>
          <p className="keep">{promise.measure}</p>
          <p className="sub">{t('by', { by: formatPromised(promise.promised, locale), person: promise.person })}</p>
        </div>
        <IconChevronRight />
        <div>
          <p className="sub">{t('fact', { year: formatFiscalYear(review.head.fiscalYear, locale) })}</p>
          <p>
            <AnswerMark status={content.status} />
          </p>
          <p className="keep">{content.status === 'not_applicable' ? content.reason : content.current}</p>
          {content.promised && hasPromise(content) ? (
            <p className="keep">
              {t('goesOn', {
                measure: content.measure,
                by: formatPromised(content.promised, locale),
                person: content.person,
              })}
            </p>
          ) : null}
          <p className="sub">{t('saidBy', { name: by, at: formatInstant(at, locale) })}</p>
        </div>
      </div>
    </Section>
  );
}
