'use client';

import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { formatDate, formatFiscalYear, formatInstant, type Locale } from '@/domain/date-format';
import { AssessmentMark } from '@/screens/bank/campaigns/state-marks';
import { DataTable } from '@/ui/data-table';
import { Section } from '@/ui/section';
import type { VendorView } from './vendor-data';

/** 点検の履歴: how each year went. */
export function HistorySection({ vendor }: { vendor: VendorView }) {
  const t = useTranslations('vendors.vendor');
  const list = useTranslations('vendors.list');
  const locale = useLocale() as Locale;
  const { rows, total } = vendor.assessments;
  return (
    <Section id="history" className="mt24" title={t('history')}>
      <DataTable
        caption={t('historyCaption')}
        framed
        minWidth={900}
        rows={rows}
        rowKey={(row) => row.assessmentId}
        state={rows.length > 0 ? { kind: 'rows' } : { kind: 'empty', title: t('noHistory') }}
        columns={[
          {
            key: 'campaign',
            head: t('campaign'),
            rowHead: true,
            cell: (row) => (
              <>
                <Link href={`/campaigns/${row.campaignId}/assessments/${row.assessmentId}`} prefetch={false} lang="ja">
                  {row.campaignName}
                </Link>
                <br />
                <span className="sub">{formatFiscalYear(row.fiscalYear, locale)}</span>
              </>
            ),
          },
          { key: 'service', head: t('service'), cell: (row) => <span lang="ja">{row.serviceName}</span> },
          { key: 'state', head: t('state'), className: 'nw', cell: (row) => <AssessmentMark state={row.state} /> },
          {
            key: 'submitter',
            head: t('submitter'),
            cell: (row) =>
              row.submitter ? (
                <span lang="ja">
                  {row.submitter.name} <span className="sub">{row.submitter.title}</span>
                </span>
              ) : (
                list('none')
              ),
          },
          { key: 'due', head: t('due'), className: 'nw', cell: (row) => formatDate(row.dueDate, locale) },
          {
            key: 'approved',
            head: t('approved'),
            className: 'nw',
            cell: (row) => (row.approvedAt ? formatInstant(row.approvedAt, locale) : list('none')),
          },
          {
            key: 'grade',
            head: t('grade'),
            cell: (row) => (
              <>
                <span lang="ja">{row.grade ?? list('none')}</span>
                {row.conditions ? (
                  <p className="sub keep" lang="ja">
                    {t('conditions', { text: row.conditions })}
                  </p>
                ) : null}
              </>
            ),
          },
          { key: 'gaps', head: t('gapCount'), className: 'num', cell: (row) => row.gaps ?? list('none') },
        ]}
      />
      <Newest shown={rows.length} total={total} />
    </Section>
  );
}

/** Says when a list shows only its newest rows. */
export function Newest({ shown, total }: { shown: number; total: number }) {
  const t = useTranslations('vendors.vendor');
  return shown < total ? <p className="sub mt8">{t('newestOf', { shown, total })}</p> : null;
}
