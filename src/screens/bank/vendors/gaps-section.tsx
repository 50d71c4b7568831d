'use client';

import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { formatPromised, type Locale } from '@/domain/date-format';
import { AnswerMark } from '@/screens/checklist/answer-mark';
import { ButtonLink } from '@/ui/button-link';
import { DataTable } from '@/ui/data-table';
import { Section } from '@/ui/section';
import { EarlierPromise } from '../gaps/earlier-promise';
import { hrefOfHistory } from '../gaps/gap-data';
import { GapMark } from '../gaps/gap-mark';
import type { VendorGap, VendorView } from './vendor-data';

/** 未充足: the most urgent gaps, and the way to the list that holds them all. */
export function GapsSection({ vendor, gaps }: { vendor: VendorView; gaps: readonly VendorGap[] }) {
  const t = useTranslations('vendors.vendor');
  const words = useTranslations('bank.gaps');
  const locale = useLocale() as Locale;
  return (
    <Section
      id="gaps"
      className="mt24"
      title={t('gaps')}
      actions={
        vendor.openGaps > 0 ? (
          <ButtonLink href={`/gaps?vendor=${vendor.facts.id}`} size="sm">
            {t('gapsLink')}
          </ButtonLink>
        ) : null
      }
    >
      <p>{t('gapsText', { count: vendor.openGaps })}</p>
      {gaps.length === 0 ? null : (
        <DataTable
          caption={t('gapsCaption')}
          framed
          minWidth={1100}
          rows={gaps}
          rowKey={(row) => `${row.assessmentId}-${row.itemId}`}
          state={{ kind: 'rows' }}
          columns={[
            {
              key: 'item',
              head: words('item'),
              rowHead: true,
              cell: (row) => (
                <>
                  {words('number', { number: row.number })} <span lang="ja">{row.objective}</span>
                </>
              ),
            },
            {
              key: 'campaign',
              head: t('campaign'),
              cell: (row) => (
                <>
                  <Link
                    href={`/campaigns/${row.campaignId}/assessments/${row.assessmentId}`}
                    prefetch={false}
                    lang="ja"
                  >
                    {row.campaignName}
                  </Link>{' '}
                  <span className="sub" lang="ja">
                    {row.serviceName}
                  </span>
                </>
              ),
            },
            { key: 'claim', head: words('current'), className: 'nw', cell: (row) => <AnswerMark status={row.claim} /> },
            {
              key: 'promise',
              head: words('promise'),
              cell: (row) => <span lang="ja">{row.measure || words('nothingPromised')}</span>,
            },
            {
              key: 'by',
              head: words('by'),
              className: 'nw',
              cell: (row) => (row.promised ? formatPromised(row.promised, locale) : words('nothingPromised')),
            },
            { key: 'state', head: words('state'), className: 'nw', cell: (row) => <GapMark state={row.state} /> },
            {
              key: 'before',
              head: words('before'),
              cell: (row) => (
                <>
                  <EarlierPromise before={row.before} />
                  <p>
                    <Link
                      href={hrefOfHistory(row)}
                      prefetch={false}
                      aria-label={words('historyOf', { number: row.number })}
                    >
                      {words('history')}
                    </Link>
                  </p>
                </>
              ),
            },
          ]}
        />
      )}
      {gaps.length < vendor.openGaps ? (
        <p className="sub mt8">{t('urgentOf', { shown: gaps.length, total: vendor.openGaps })}</p>
      ) : null}
    </Section>
  );
}
