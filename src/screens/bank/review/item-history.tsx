'use client';

import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { formatFiscalYear, formatInstant, type Locale } from '@/domain/date-format';
import { Section } from '@/ui/section';
import { Timeline } from '@/ui/timeline';
import { hrefOfHistory } from '../gaps/gap-data';
import type { Review, ReviewItem } from './review-data';

/** What became of the item, the newest first: last year's judgement, the round before, this one. */
export function ItemHistory({ review, item }: { review: Review; item: ReviewItem }) {
  const t = useTranslations('bank.review.itemHistory');
  const verdicts = useTranslations('states.verdict');
  const answers = useTranslations('states.answer');
  const locale = useLocale() as Locale;
  const { verdict, vendor, previous, lastYear } = item;
  const year = review.head.lastYear;
  const entries = [
    ...(verdict
      ? [
          {
            key: 'verdict',
            when: formatInstant(verdict.at, locale),
            text: t('judged', {
              name: verdict.by,
              verdict: verdicts(verdict.value),
              together: verdict.takenTogether ? 'yes' : 'no',
            }),
            more: verdict.reason,
          },
        ]
      : []),
    ...(vendor
      ? [
          {
            key: 'answer',
            when: formatInstant(vendor.at, locale),
            text: t('answered', { name: vendor.by, status: answers(vendor.content.status) }),
          },
        ]
      : []),
    ...(previous
      ? [
          {
            key: 'round',
            when: t('roundBefore', { number: previous.roundNumber }),
            text: t('judgedThen', { verdict: verdicts(previous.verdict ?? 'none'), together: 'no' }),
            more: previous.reason,
          },
        ]
      : []),
    ...(lastYear && year
      ? [
          {
            key: 'year',
            when: formatFiscalYear(year.fiscalYear, locale),
            text: t('judgedThen', {
              verdict: verdicts(lastYear.verdict ?? 'none'),
              together: lastYear.takenTogether ? 'yes' : 'no',
            }),
            more: t('answeredThen', { number: lastYear.number, status: answers(lastYear.content.status) }),
          },
        ]
      : []),
  ];
  if (entries.length === 0) return null;
  return (
    <Section
      id="item-history"
      title={t('title')}
      className="mt16"
      actions={
        lastYear ? (
          <Link href={hrefOfHistory({ assessmentId: review.head.assessmentId, itemId: item.itemId })} prefetch={false}>
            {t('everyYear')}
          </Link>
        ) : null
      }
    >
      <Timeline entries={entries} />
    </Section>
  );
}
