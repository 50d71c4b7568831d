'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { formatDate, formatPromised, type Locale } from '@/domain/date-format';
import { GAP_STATES } from '@/domain/gap';
import { AnswerMark } from '@/screens/checklist/answer-mark';
import { Button } from '@/ui/button';
import { DataTable } from '@/ui/data-table';
import { FilterPills } from '@/ui/filter-pills';
import { PageHead } from '@/ui/page-head';
import { Pager } from '@/ui/pager';
import { Select } from '@/ui/select';
import { EarlierPromise } from './earlier-promise';
import { type GapPage, hrefOfHistory } from './gap-data';
import { GapMark } from './gap-mark';
import type { GapFilter } from './gap-search';

const hrefOf = (filter: GapFilter, page = 1) => {
  const chosen = Object.entries(filter).filter(([, value]) => value !== '');
  const query = new URLSearchParams([...chosen, ...(page > 1 ? [['page', String(page)]] : [])]).toString();
  return query === '' ? '/gaps' : `/gaps?${query}`;
};

/** ギャップ一覧: per item what is, what is promised, by when, overdue or not. The address is the filter. */
export function GapList({ data, filter }: { data: GapPage; filter: GapFilter }) {
  const t = useTranslations('bank.gaps');
  const states = useTranslations('states.gap');
  const verdicts = useTranslations('states.verdict');
  const locale = useLocale() as Locale;
  const router = useRouter();
  const choose = (part: Partial<GapFilter>) => router.push(hrefOf({ ...filter, ...part }));
  const all = GAP_STATES.reduce((sum, state) => sum + data.sums[state], 0);
  return (
    <>
      <PageHead
        title={t('title')}
        below={<p className="sub">{t('lead', { date: formatDate(data.today, locale) })}</p>}
        actions={
          <Button look="neutral" onClick={() => window.print()}>
            {t('print')}
          </Button>
        }
      />
      <div className="row filters">
        <Select
          label={t('campaign')}
          value={filter.campaign}
          placeholder={t('everyCampaign')}
          options={data.campaigns.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => choose({ campaign: event.target.value })}
        />
        <Select
          label={t('vendor')}
          value={filter.vendor}
          placeholder={t('everyVendor')}
          options={data.vendors.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => choose({ vendor: event.target.value })}
        />
        <Select
          label={t('category')}
          value={filter.category}
          placeholder={t('everyCategory')}
          options={data.categories.map((category) => ({ value: category, label: category }))}
          onChange={(event) => choose({ category: event.target.value })}
        />
      </div>
      <FilterPills
        label={t('state')}
        value={filter.state === '' ? 'all' : filter.state}
        onChange={(state) => choose({ state: state === 'all' ? '' : state })}
        pills={[
          { value: 'all', label: t('all'), count: all },
          ...GAP_STATES.map((state) => ({ value: state, label: states(state), count: data.sums[state] })),
        ]}
      />
      <DataTable
        caption={t('caption')}
        framed
        minWidth={1280}
        rows={data.gaps}
        rowKey={(row) => `${row.assessmentId}-${row.itemId}`}
        state={
          data.gaps.length > 0
            ? { kind: 'rows' }
            : all === 0 && filter.campaign === '' && filter.vendor === '' && filter.category === ''
              ? { kind: 'empty', title: t('empty'), text: t('emptyText') }
              : { kind: 'no_match', title: t('noMatch'), onClear: () => router.push('/gaps') }
        }
        columns={[
          {
            key: 'vendor',
            head: t('vendor'),
            cell: (row) => (
              <>
                <Link href={`/campaigns/${row.campaignId}/assessments/${row.assessmentId}`} prefetch={false}>
                  {row.vendorName}
                </Link>
                <br />
                <span className="sub">
                  {row.serviceName} {row.campaignName}
                </span>
              </>
            ),
          },
          {
            key: 'item',
            head: t('item'),
            rowHead: true,
            cell: (row) => (
              <>
                {t('number', { number: row.number })} <span lang="ja">{row.objective}</span>
                <br />
                <span className="sub" lang="ja">
                  {row.category}
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
                {row.verdict ? <span className="sub"> {t('verdict', { verdict: verdicts(row.verdict) })}</span> : null}
                <p className="keep">{row.current}</p>
              </>
            ),
          },
          {
            key: 'promise',
            head: t('promise'),
            cell: (row) => (
              <>
                <p className="keep">{row.measure || t('nothingPromised')}</p>
                {row.person ? <span className="sub">{t('person', { name: row.person })}</span> : null}
              </>
            ),
          },
          {
            key: 'by',
            head: t('by'),
            cell: (row) => (row.promised ? formatPromised(row.promised, locale) : t('nothingPromised')),
          },
          { key: 'state', head: t('state'), className: 'nw', cell: (row) => <GapMark state={row.state} /> },
          {
            key: 'before',
            head: t('before'),
            cell: (row) => (
              <>
                <EarlierPromise before={row.before} />
                <p>
                  <Link href={hrefOfHistory(row)} prefetch={false} aria-label={t('historyOf', { number: row.number })}>
                    {t('history')}
                  </Link>
                </p>
              </>
            ),
          },
        ]}
      />
      <Pager page={data.page} pageSize={data.pageSize} total={data.total} hrefOf={(page) => hrefOf(filter, page)} />
      <p className="sub mt12">{t('definition')}</p>
    </>
  );
}
