'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { formatDate, type Locale } from '@/domain/date-format';
import type { VendorSort } from '@/domain/vendor-search';
import { AssessmentMark } from '@/screens/bank/campaigns/state-marks';
import { ButtonLink } from '@/ui/button-link';
import { DataTable } from '@/ui/data-table';
import { IconError, IconPlus, IconWarn } from '@/ui/icons';
import { PageHead } from '@/ui/page-head';
import { Pager } from '@/ui/pager';
import { StatusMark } from '@/ui/status-mark';
import { Tag } from '@/ui/tag';
import { ImportLinks } from './import-links';
import type { VendorLine, VendorPage } from './vendor-data';
import { hrefOfVendors, type VendorSearch } from './vendor-search';
import { VendorSearchFields } from './vendor-search-fields';

/** API接続先: the register, a page at a time. The address is the view. */
export function VendorList(props: { data: VendorPage; search: VendorSearch; canEdit: boolean }) {
  const { data, search, canEdit } = props;
  const t = useTranslations('vendors.list');
  const router = useRouter();
  const go = (part: Partial<VendorSearch>) => router.push(hrefOfVendors({ ...search, ...part }), { scroll: false });
  const sortBy = (sort: VendorSort) => ({
    direction: search.sort === sort ? (search.descending ? ('descending' as const) : ('ascending' as const)) : null,
    onSort: () => go({ sort, descending: search.sort === sort && !search.descending }),
  });
  const register = canEdit ? (
    <ButtonLink href="/vendors/new" look="primary" icon={<IconPlus />}>
      {t('register')}
    </ButtonLink>
  ) : null;
  const actions = (
    <>
      <ImportLinks mayImport={canEdit} />
      {register}
    </>
  );
  return (
    <>
      <PageHead
        title={t('title')}
        below={<p className="sub">{t('lead', { count: data.registered })}</p>}
        actions={actions}
      />
      {data.registered > 0 ? <VendorSearchFields search={search} bureaus={data.bureaus} onChange={go} /> : null}
      <DataTable
        caption={t('caption')}
        framed
        minWidth={1160}
        rows={data.lines}
        rowKey={(row) => row.id}
        state={
          data.lines.length > 0
            ? { kind: 'rows' }
            : data.registered === 0
              ? {
                  kind: 'empty',
                  title: t('empty'),
                  text: t('emptyText'),
                  actions: canEdit ? actions : null,
                }
              : { kind: 'no_match', title: t('noMatch'), onClear: () => router.push('/vendors') }
        }
        columns={[
          {
            key: 'name',
            head: t('name'),
            rowHead: true,
            sort: sortBy('name'),
            cell: (row) => <Named row={row} />,
          },
          { key: 'kana', head: t('kana'), sort: sortBy('kana'), cell: (row) => <span lang="ja">{row.kana}</span> },
          { key: 'registration', head: t('registration'), cell: (row) => <Registration row={row} /> },
          { key: 'weight', head: t('weight'), className: 'nw', cell: (row) => <Weight row={row} /> },
          {
            key: 'services',
            head: t('services'),
            cell: (row) =>
              row.services.length > 0 ? (
                <span lang="ja">{row.services.join('、')}</span>
              ) : (
                <Wanting what="noServices" />
              ),
          },
          { key: 'contact', head: t('contact'), cell: (row) => <Contact row={row} /> },
          {
            key: 'last',
            head: t('last'),
            className: 'nw',
            sort: sortBy('result'),
            cell: (row) => <LastResult row={row} />,
          },
        ]}
      />
      <Pager
        page={data.page}
        pageSize={data.pageSize}
        total={data.total}
        hrefOf={(page) => hrefOfVendors(search, page)}
      />
    </>
  );
}

function Named({ row }: { row: VendorLine }) {
  const t = useTranslations('vendors.list');
  return (
    <>
      <Link href={`/vendors/${row.id}`} prefetch={false} lang="ja">
        {row.name}
      </Link>{' '}
      {row.archived ? <Tag>{t('archived')}</Tag> : null}
      <br />
      <span className="sub">
        {row.corporateNumber === null ? t('noCorporateNumber') : t('corporateNumber', { number: row.corporateNumber })}
      </span>
    </>
  );
}

function Registration({ row }: { row: VendorLine }) {
  const t = useTranslations('vendors.list');
  const locale = useLocale() as Locale;
  if (row.registrationNumber === '' && row.registrationBureau === '') return t('none');
  return (
    <>
      <span lang="ja">
        {row.registrationNumber} {row.registrationBureau}
      </span>
      <br />
      <span className="sub">
        {row.registrationCheckedOn
          ? t('checkedOn', { date: formatDate(row.registrationCheckedOn, locale) })
          : t('neverChecked')}
      </span>
    </>
  );
}

function Weight({ row }: { row: VendorLine }) {
  const t = useTranslations('vendors.list');
  const weights = useTranslations('states.criticality');
  return row.criticality ? <Tag>{weights(row.criticality)}</Tag> : t('none');
}

function Contact({ row }: { row: VendorLine }) {
  const t = useTranslations('vendors.list');
  if (row.contact === null) return <Wanting what="noContact" />;
  return (
    <>
      <span lang="ja">{row.contact.name}</span>{' '}
      {row.contact.bounced ? (
        <StatusMark icon={<IconError />} label={t('bounced')} tone="bad" emphasis="solid" />
      ) : null}
    </>
  );
}

function LastResult({ row }: { row: VendorLine }) {
  const t = useTranslations('vendors.list');
  if (row.last === null) return <span className="sub">{t('never')}</span>;
  return (
    <>
      <AssessmentMark state={row.last.state} />
      <br />
      <Link href={`/campaigns/${row.last.campaignId}/assessments/${row.last.assessmentId}`} prefetch={false}>
        {t('lastOf', { year: String(row.last.fiscalYear) })}
      </Link>{' '}
      {row.last.grade ? <span className="sub">{t('grade', { grade: row.last.grade })}</span> : null}
    </>
  );
}

function Wanting({ what }: { what: 'noServices' | 'noContact' }) {
  const t = useTranslations('vendors.list');
  return <StatusMark icon={<IconWarn />} label={t(what)} tone="warn" />;
}
