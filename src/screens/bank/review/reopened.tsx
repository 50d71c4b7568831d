'use client';

import { useLocale, useTranslations } from 'next-intl';
import { formatInstant, type Locale } from '@/domain/date-format';
import { Notice } from '@/ui/notice';
import type { Review } from './review-data';

/** Why an assessment that was approved is under review again: who took the approval back, when, and what they said. */
export function Reopened({ review }: { review: Review }) {
  const t = useTranslations('bank.review.history');
  const locale = useLocale() as Locale;
  const { acceptance } = review;
  if (!acceptance?.reopened) return null;
  const { by, at, reason } = acceptance.reopened;
  return (
    <Notice tone="warn" className="mt8" title={t('reopened', { name: by })}>
      <p className="sub">{formatInstant(at, locale)}</p>
      <p className="keep">{reason}</p>
    </Notice>
  );
}
