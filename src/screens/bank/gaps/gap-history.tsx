'use client';

import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { formatFiscalYear, formatInstant, formatPromised, type Locale } from '@/domain/date-format';
import { isGap } from '@/domain/gap';
import { AnswerMark } from '@/screens/checklist/answer-mark';
import { ButtonLink } from '@/ui/button-link';
import { DataTable } from '@/ui/data-table';
import { IconCheck, IconHistory, IconWarn } from '@/ui/icons';
import { PageHead } from '@/ui/page-head';
import { StatusMark } from '@/ui/status-mark';
import type { GapHistoryView } from './gap-data';
import { OutcomeMark } from './outcome-mark';

type Year = GapHistoryView['years'][number];

/** 項目の経過: one question to one service, year by year. */
export function GapHistory({ history }: { history: GapHistoryView }) {
  const t = useTranslations('bank.gaps.historyPage');
  const gaps = useTranslations('bank.gaps');
  const verdicts = useTranslations('states.verdict');
  const locale = useLocale() as Locale;
  return (
    <>
      <PageHead
        title={t('title')}
        below={
          <>
            <p>
              {history.vendorName} <span className="sub">{history.serviceName}</span>
            </p>
            <p>
              {gaps('number', { number: history.number })} <span lang="ja">{history.objective}</span>{' '}
              <span className="sub" lang="ja">
                {history.category}
              </span>
            </p>
            <p className="sub">{t('lead')}</p>
          </>
        }
        actions={
          <ButtonLink href={`/gaps?vendor=${history.vendorId}`} size="sm">
            {t('back')}
          </ButtonLink>
        }
      />
      <DataTable
        caption={t('caption')}
        framed
        minWidth={1000}
        rows={history.years}
        rowKey={(row) => row.assessmentId}
        state={history.years.length > 0 ? { kind: 'rows' } : { kind: 'empty', title: t('none') }}
        columns={[
          {
            key: 'year',
            head: t('year'),
            rowHead: true,
            cell: (row) => (
              <>
                <Link
                  href={`/campaigns/${row.campaignId}/assessments/${row.assessmentId}?item=${encodeURIComponent(row.number)}`}
                  prefetch={false}
                  lang="ja"
                >
                  {row.campaignName}
                </Link>
                <br />
                <span className="sub">
                  {formatFiscalYear(row.fiscalYear, locale)} {gaps('number', { number: row.number })}
                </span>
                <br />
                <span className="sub">
                  {t('submitted', {
                    round: row.roundNumber,
                    at: formatInstant(row.submittedAt, locale),
                    name: row.submitterName,
                  })}
                </span>
              </>
            ),
          },
          {
            key: 'current',
            head: t('current'),
            cell: (row) => (
              <>
                <AnswerMark status={row.claim} />
                {row.verdict ? (
                  <span className="sub"> {gaps('verdict', { verdict: verdicts(row.verdict) })}</span>
                ) : null}
                <p className="keep">{row.current}</p>
              </>
            ),
          },
          {
            key: 'promise',
            head: t('promise'),
            cell: ({ promise }) =>
              promise ? (
                <>
                  <p className="keep">{promise.measure}</p>
                  <span className="sub">
                    {gaps('by')} {formatPromised(promise.promised, locale)} {gaps('person', { name: promise.person })}
                  </span>
                </>
              ) : (
                gaps('nothingPromised')
              ),
          },
          {
            key: 'outcome',
            head: t('outcome'),
            cell: (row) => {
              if (row.outcome) return <OutcomeMark outcome={row.outcome} />;
              return row.promise ? t('noNewer') : gaps('nothingPromised');
            },
          },
          { key: 'standing', head: t('standing'), className: 'nw', cell: (row) => <Standing year={row} /> },
        ]}
      />
    </>
  );
}

/** Still open, replaced by a newer answer, or no gap. */
function Standing({ year }: { year: Year }) {
  const t = useTranslations('bank.gaps.historyPage');
  if (year.open) return <StatusMark icon={<IconWarn />} label={t('open')} tone="warn" emphasis="act" />;
  return isGap(year.claim, year.verdict) ? (
    <StatusMark icon={<IconHistory />} label={t('replaced')} tone="mute" />
  ) : (
    <StatusMark icon={<IconCheck />} label={t('notGap')} tone="ok" />
  );
}
