'use client';

import { useLocale, useTranslations } from 'next-intl';
import { formatDate, formatInstant, type Locale } from '@/domain/date-format';
import { bankDateOf } from '@/domain/deadline';

/** Where an answer of the master comes from: whom it was told, who saved it here and when, and of which day it is. */
export function MasterSource(props: {
  kept: {
    bankName: string;
    bankNameEn: string;
    campaignName: string;
    byName: string;
    answeredAt: Date;
    savedAt: Date;
  };
}) {
  const t = useTranslations('respondent.master');
  const locale = useLocale() as Locale;
  const { kept } = props;
  return (
    <p className="sub">
      {t('keptBy', {
        bank: locale === 'ja' ? kept.bankName : kept.bankNameEn,
        campaign: kept.campaignName,
        name: kept.byName,
        at: formatInstant(kept.savedAt, locale),
        answered: formatDate(bankDateOf(kept.answeredAt), locale),
      })}
    </p>
  );
}
