'use client';

import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { formatDate, formatFiscalYear, formatInstant, type Locale } from '@/domain/date-format';
import { useTRPCClient } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { DataTable } from '@/ui/data-table';
import { Notice } from '@/ui/notice';
import { PageHead } from '@/ui/page-head';
import { Pager } from '@/ui/pager';
import { useListPage } from '@/ui/use-list-page';
import { useRecordedLook } from './use-recorded-look';

/** The campaigns that the auditor was named for. */
export function HistoryList() {
  const t = useTranslations('auditor.list');
  const states = useTranslations('states.campaign');
  const locale = useLocale() as Locale;
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const { page, hrefOf } = useListPage('campaigns');
  const { data, failure } = useRecordedLook(
    useCallback(() => client.auditor.campaigns.mutate({ page }), [client, page]),
  );
  return (
    <>
      <PageHead
        title={t('title')}
        below={data?.until ? <p className="sub">{t('until', { date: formatDate(data.until, locale) })}</p> : undefined}
      />
      <p className="read">{t('lead')}</p>
      {failure ? (
        <Notice tone="bad" live="assertive">
          <p>{refusalText(failure)}</p>
        </Notice>
      ) : null}
      {data === null ? (
        failure ? null : (
          <p role="status">{t('loading')}</p>
        )
      ) : (
        <section id="campaigns" aria-label={t('title')}>
          <DataTable
            caption={t('title')}
            rows={data.campaigns}
            rowKey={(row) => row.id}
            state={
              data.campaigns.length === 0 ? { kind: 'empty', title: t('none'), text: t('noneText') } : { kind: 'rows' }
            }
            columns={[
              {
                key: 'name',
                head: t('campaign'),
                rowHead: true,
                cell: (row) => (
                  <Link href={`/history/${row.id}`} prefetch={false}>
                    {row.name}
                  </Link>
                ),
              },
              { key: 'year', head: t('fiscalYear'), cell: (row) => formatFiscalYear(row.fiscalYear, locale) },
              { key: 'state', head: t('state'), cell: (row) => states(row.state) },
              { key: 'due', head: t('dueDate'), cell: (row) => formatDate(row.dueDate, locale) },
              {
                key: 'closed',
                head: t('closedAt'),
                cell: (row) => (row.closedAt ? formatInstant(row.closedAt, locale) : t('open')),
              },
            ]}
          />
          <Pager page={data.page} pageSize={data.pageSize} total={data.total} hrefOf={hrefOf} />
        </section>
      )}
    </>
  );
}
