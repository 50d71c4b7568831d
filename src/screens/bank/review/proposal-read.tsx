'use client';

import { useLocale, useTranslations } from 'next-intl';
import { formatDate, formatInstant, type Locale } from '@/domain/date-format';
import { DefinitionList } from '@/ui/definition-list';
import type { Review } from './review-data';

/** A proposal whole: who put it forward, what it says, under what conditions, with which grade, until when. */
export function ProposalRead({ proposal }: { proposal: NonNullable<Review['acceptance']> }) {
  const t = useTranslations('bank.review.actions');
  const locale = useLocale() as Locale;
  const { proposedBy, proposedAt, summary, conditions, grade, nextDate } = proposal;
  return (
    <DefinitionList
      items={[
        {
          key: 'by',
          term: t('proposer'),
          value: t('proposedAt', { name: proposedBy, at: formatInstant(proposedAt, locale) }),
        },
        { key: 'summary', term: t('summary'), value: <span className="keep">{summary || t('notSaid')}</span> },
        { key: 'conditions', term: t('conditions'), value: <span className="keep">{conditions || t('none')}</span> },
        ...(grade === null ? [] : [{ key: 'grade', term: t('grade'), value: grade }]),
        { key: 'next', term: t('nextDate'), value: nextDate ? formatDate(nextDate, locale) : t('notSaid') },
      ]}
    />
  );
}
