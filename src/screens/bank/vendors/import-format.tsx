'use client';

import { useTranslations } from 'next-intl';
import { VENDOR_COLUMNS } from '@/domain/vendor-columns';
import { DataTable } from '@/ui/data-table';
import { Disclosure } from '@/ui/disclosure';

/** The columns that an import reads, in both languages, and what to write in them. */
export function ImportFormat() {
  const t = useTranslations('vendors.import.choose');
  const notes = useTranslations('vendors.import.notes');
  return (
    <Disclosure summary={t('format')} className="mt16">
      <p className="read">{t('formatLead')}</p>
      <DataTable
        caption={t('formatCaption')}
        rows={VENDOR_COLUMNS}
        rowKey={({ key }) => key}
        className="mt8"
        columns={[
          {
            key: 'ja',
            head: t('formatHead'),
            rowHead: true,
            className: 'nw',
            cell: ({ ja }) => <span lang="ja">{ja}</span>,
          },
          {
            key: 'en',
            head: t('formatEnglish'),
            className: 'nw',
            cell: ({ en }) => <span lang="en">{en}</span>,
          },
          { key: 'note', head: t('formatNote'), cell: ({ key }) => notes(key) },
        ]}
        minWidth={560}
      />
    </Disclosure>
  );
}
