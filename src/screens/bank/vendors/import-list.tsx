'use client';

import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { formatInstant, type Locale } from '@/domain/date-format';
import { DataTable } from '@/ui/data-table';
import { Pager } from '@/ui/pager';
import { Section } from '@/ui/section';
import type { ImportPage } from './import-data';
import { ImportMark } from './import-mark';

/** Files that came before, each with the way to its page: one that was left is found again here. */
export function ImportList({ list, page }: { list: ImportPage; page: number }) {
  const t = useTranslations('vendors.import.list');
  const locale = useLocale() as Locale;
  return (
    <Section id="imports" title={t('title')} className="mt24">
      <DataTable
        caption={t('caption')}
        rows={list.imports}
        rowKey={({ id }) => id}
        state={list.total === 0 ? { kind: 'empty', title: t('none') } : { kind: 'rows' }}
        minWidth={560}
        columns={[
          {
            key: 'file',
            head: t('file'),
            rowHead: true,
            cell: ({ id, fileName }) => (
              <Link href={`/vendors/import/${id}`} prefetch={false}>
                {fileName}
              </Link>
            ),
          },
          {
            key: 'at',
            head: t('at'),
            className: 'nw',
            cell: ({ requestedAt }) => formatInstant(requestedAt, locale),
          },
          { key: 'by', head: t('by'), cell: ({ requestedBy }) => requestedBy },
          { key: 'state', head: t('state'), cell: ({ state }) => <ImportMark state={state} /> },
        ]}
      />
      <Pager
        page={page}
        pageSize={list.pageSize}
        total={list.total}
        hrefOf={(wanted) => `/vendors/import${wanted > 1 ? `?page=${wanted}` : ''}`}
      />
    </Section>
  );
}
