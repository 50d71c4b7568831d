'use client';

import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { formatDate, formatInstant, type Locale } from '@/domain/date-format';
import { Button } from '@/ui/button';
import { ButtonLink } from '@/ui/button-link';
import { DataTable } from '@/ui/data-table';
import { IconPlus } from '@/ui/icons';
import { PageHead } from '@/ui/page-head';
import { Pager } from '@/ui/pager';
import type { EditionLine, EditionPage } from './checklist-data';
import { EditionMark } from './edition-mark';
import { TitleDialog } from './title-dialog';

/** チェックリスト: every edition of the bank, drafts first, with the campaigns that use it. */
export function EditionList({ data }: { data: EditionPage }) {
  const t = useTranslations('checklists.list');
  const campaignStates = useTranslations('states.campaign');
  const locale = useLocale() as Locale;
  const [beginning, setBeginning] = useState<'no' | 'empty' | EditionLine>('no');
  return (
    <>
      <PageHead
        title={t('title')}
        below={<p className="sub">{t('lead')}</p>}
        actions={
          data.may.edit ? (
            <>
              <ButtonLink href="/checklists/import">{t('import')}</ButtonLink>
              <Button look="primary" icon={<IconPlus />} onClick={() => setBeginning('empty')}>
                {t('start')}
              </Button>
            </>
          ) : null
        }
      />
      <DataTable
        caption={t('title')}
        rows={data.editions}
        rowKey={(row) => row.id}
        minWidth={880}
        state={data.editions.length === 0 ? { kind: 'empty', title: t('none') } : { kind: 'rows' }}
        columns={[
          {
            key: 'title',
            head: t('edition'),
            rowHead: true,
            cell: (row) => (
              <>
                <Link href={`/checklists/${row.id}`} prefetch={false}>
                  {row.title}
                </Link>
                {row.derivedFromTitle === null ? null : (
                  <p className="sub">{t('derivedFrom', { title: row.derivedFromTitle })}</p>
                )}
              </>
            ),
          },
          { key: 'state', head: t('state'), cell: (row) => <EditionMark published={row.publishedAt !== null} /> },
          { key: 'items', head: t('items'), className: 'num', cell: (row) => t('itemCount', { count: row.itemCount }) },
          { key: 'issued', head: t('issued'), className: 'nw', cell: (row) => formatDate(row.issued, locale) },
          {
            key: 'published',
            head: t('publishedAt'),
            className: 'nw',
            cell: (row) => (row.publishedAt ? formatInstant(row.publishedAt, locale) : t('notYet')),
          },
          {
            key: 'campaigns',
            head: t('campaigns'),
            cell: (row) =>
              row.campaigns.length === 0 ? (
                t('noCampaign')
              ) : (
                <ul>
                  {row.campaigns.map((campaign) => (
                    <li key={campaign.id}>
                      <Link href={`/campaigns/${campaign.id}`} prefetch={false}>
                        {campaign.name}
                      </Link>
                      <span className="sub"> {campaignStates(campaign.state)}</span>
                    </li>
                  ))}
                </ul>
              ),
          },
          {
            key: 'actions',
            head: t('actions'),
            className: 'nw',
            cell: (row) => <LineActions row={row} mayEdit={data.may.edit} onCopy={() => setBeginning(row)} />,
          },
        ]}
      />
      <Pager
        page={data.page}
        pageSize={data.pageSize}
        total={data.total}
        hrefOf={(page) => (page === 1 ? '/checklists' : `/checklists?page=${page}`)}
      />
      {beginning === 'no' ? null : (
        <TitleDialog source={beginning === 'empty' ? null : beginning} onClose={() => setBeginning('no')} />
      )}
    </>
  );
}

function LineActions({ row, mayEdit, onCopy }: { row: EditionLine; mayEdit: boolean; onCopy: () => void }) {
  const t = useTranslations('checklists.list');
  return (
    <span className="row">
      {row.derivedFromId ? (
        <ButtonLink look="neutral" size="sm" href={`/checklists/compare?from=${row.derivedFromId}&to=${row.id}`}>
          {t('compare')}
          <span className="vh">{row.title}</span>
        </ButtonLink>
      ) : null}
      {mayEdit && row.publishedAt === null ? (
        <ButtonLink look="neutral" size="sm" href={`/checklists/${row.id}/edit`}>
          {t('edit')}
          <span className="vh">{row.title}</span>
        </ButtonLink>
      ) : null}
      {mayEdit && row.publishedAt !== null ? (
        <Button look="neutral" size="sm" onClick={onCopy}>
          {t('copy')}
          <span className="vh">{row.title}</span>
        </Button>
      ) : null}
    </span>
  );
}
