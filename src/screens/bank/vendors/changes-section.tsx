'use client';

import { useLocale, useTranslations } from 'next-intl';
import { formatDate, formatInstant, type Locale } from '@/domain/date-format';
import { DataTable } from '@/ui/data-table';
import { Section } from '@/ui/section';
import { Newest } from './history-section';
import type { VendorView } from './vendor-data';

type Change = VendorView['changes']['rows'][number];
type FieldChange = Change['fields'][number];

/** As a form asks for them; anything else follows. */
const FIELD_ORDER = [
  'name',
  'title',
  'kind',
  'kana',
  'corporateNumber',
  'registrationNumber',
  'registrationBureau',
  'registrationCheckedOn',
  'department',
  'address',
  'language',
  'apiKinds',
  'criticality',
  'contractDate',
  'parentId',
  'task',
  'dataLocation',
  'notifiedOn',
  'acceptedOn',
  'endedOn',
  'validFrom',
  'validTo',
  'fileName',
  'notes',
];
const placeOf = ({ field }: FieldChange) => {
  const place = FIELD_ORDER.indexOf(field);
  return place < 0 ? FIELD_ORDER.length : place;
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** 変更履歴: who changed what, when, from what to what. */
export function ChangesSection({ vendor }: { vendor: VendorView }) {
  const t = useTranslations('vendors.vendor');
  const locale = useLocale() as Locale;
  const { rows, total } = vendor.changes;
  return (
    <Section id="changes" className="mt24" title={t('changes')}>
      <DataTable
        caption={t('changesCaption')}
        framed
        minWidth={860}
        rows={rows}
        rowKey={(row) => row.id}
        state={rows.length > 0 ? { kind: 'rows' } : { kind: 'empty', title: t('noChanges') }}
        columns={[
          { key: 'at', head: t('at'), className: 'nw', cell: (row) => formatInstant(row.at, locale) },
          { key: 'by', head: t('by'), cell: (row) => <span lang="ja">{row.by ?? t('system')}</span> },
          {
            key: 'subject',
            head: t('subject'),
            rowHead: true,
            cell: (row) => (
              <>
                {t(`nouns.${row.noun}`)} <span lang="ja">{row.noun === 'vendor' ? null : row.name}</span>
                <br />
                <span className="sub">{t(`acts.${row.act}`)}</span>
              </>
            ),
          },
          { key: 'fields', head: t('fields'), cell: (row) => <Fields row={row} chain={vendor.chain} /> },
        ]}
      />
      <Newest shown={rows.length} total={total} />
    </Section>
  );
}

function Fields({ row, chain }: { row: Change; chain: VendorView['chain'] }) {
  const t = useTranslations('vendors.vendor');
  const fields = useTranslations('vendors.form');
  const word = useWord(row, chain);
  if (row.fields.length === 0) return null;
  const said = (change: FieldChange) => {
    const field = fields.has(change.field as 'name') ? fields(change.field as 'name') : change.field;
    const after = word(change.field, change.after) ?? t('blank');
    if (row.act !== 'changed') return t('fieldIs', { field, after });
    return t('fieldChange', { field, before: word(change.field, change.before) ?? t('blank'), after });
  };
  return (
    <ul>
      {row.fields
        .toSorted((one, other) => placeOf(one) - placeOf(other))
        .map((change) => (
          <li key={change.field} className="keep" lang="ja">
            {said(change)}
          </li>
        ))}
    </ul>
  );
}

/** A recorded value as people read it: words for choices, whole dates, names for links. */
function useWord(row: Change, chain: VendorView['chain']) {
  const t = useTranslations('vendors.vendor');
  const fields = useTranslations('vendors.form');
  const kinds = useTranslations('states.apiKind');
  const weights = useTranslations('states.criticality');
  const locale = useLocale() as Locale;
  const kindWord = (value: string) => {
    if (row.noun === 'contact') return t(`contactKinds.${value as 'primary'}`);
    if (row.noun === 'chain_link') return t(`chainKinds.${value as 'chain'}`);
    return t(`documentKinds.${value as 'contract'}`);
  };
  return (field: string, value: string | null): string | null => {
    if (value === null) return null;
    if (field === 'apiKinds')
      return value
        .split(',')
        .map((each) => kinds(each as 'update'))
        .join(t('comma'));
    if (field === 'criticality') return weights(value as 'high');
    if (field === 'language') return fields(`languages.${value as 'ja'}`);
    if (field === 'kind') return kindWord(value);
    if (field === 'parentId') return chain.find((link) => link.id === value)?.name ?? value;
    if (INSTANT.test(value)) return formatInstant(new Date(value), locale);
    return DAY.test(value) ? formatDate(value, locale) : value;
  };
}
