'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatDeadline, formatFiscalYear, formatInstant, type Locale } from '@/domain/date-format';
import { Breadcrumb } from '@/ui/breadcrumb';
import { DefinitionList } from '@/ui/definition-list';
import { PageHead } from '@/ui/page-head';
import { ProgressBar } from '@/ui/progress-bar';
import { AssessmentMark } from '../campaigns/state-marks';
import type { Review } from './review-data';

/** Whose submission it is, when it came, how much is judged, and what it is held against. */
export function ReviewHead({ review, actions }: { review: Review; actions: ReactNode }) {
  const t = useTranslations('bank.review');
  const locale = useLocale() as Locale;
  const { head, round, progress } = review;
  const year = head.lastYear;
  return (
    <>
      <Breadcrumb
        trail={[
          { label: t('campaigns'), href: '/campaigns' },
          { label: head.campaignName, href: `/campaigns/${head.campaignId}` },
          { label: head.vendorName },
        ]}
      />
      <PageHead
        title={head.vendorName}
        state={<AssessmentMark state={head.state} />}
        below={
          <DefinitionList
            look="inline"
            items={[
              { key: 'service', term: t('service'), value: head.serviceName },
              { key: 'due', term: t('dueDate'), value: formatDeadline(head.dueDate, head.closingTime, locale) },
              ...(round
                ? [
                    {
                      key: 'submitted',
                      term: t('submitted'),
                      value: t('submittedBy', {
                        at: formatInstant(round.submittedAt, locale),
                        name: round.submitterName,
                        title: round.submitterTitle,
                        late: round.afterDue ? 'yes' : 'no',
                      }),
                    },
                    {
                      key: 'judged',
                      term: t('judged'),
                      value: (
                        <ProgressBar
                          done={progress.judged}
                          total={progress.toJudge}
                          text={t('ofAll', { done: progress.judged, all: progress.toJudge })}
                        />
                      ),
                    },
                  ]
                : []),
              ...(year
                ? [
                    {
                      key: 'year',
                      term: t('heldAgainst'),
                      value: t('heldAgainstYear', {
                        name: year.campaignName,
                        year: formatFiscalYear(year.fiscalYear, locale),
                      }),
                    },
                  ]
                : []),
            ]}
          />
        }
        actions={actions}
      />
    </>
  );
}
