'use client';

import { useLocale, useTranslations } from 'next-intl';
import { formatInstant, type Locale } from '@/domain/date-format';
import { Notice } from '@/ui/notice';
import { ProgressBar } from '@/ui/progress-bar';
import type { Review } from './review-data';

/** Before a submission the bank sees how much is answered, never what. */
export function BeforeSubmission({ review }: { review: Review }) {
  const t = useTranslations('bank.review.before');
  const locale = useLocale() as Locale;
  const { head } = review;
  return (
    <Notice tone="info" title={t('title')} className="mt16">
      <ProgressBar
        done={head.answeredCount}
        total={head.itemCount}
        text={t('answered', { done: head.answeredCount, all: head.itemCount })}
      />
      <p>
        {head.lastActivityAt ? t('lastActivity', { at: formatInstant(head.lastActivityAt, locale) }) : t('noActivity')}
      </p>
      {head.contact ? (
        <p>
          {t('contact', {
            name: head.contact.name,
            address: head.contact.address,
            at: formatInstant(head.contact.issuedAt, locale),
          })}
        </p>
      ) : null}
    </Notice>
  );
}
