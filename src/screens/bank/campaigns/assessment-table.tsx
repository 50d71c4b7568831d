'use client';

import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { AssessmentState } from '@/domain/assessment-state';
import { formatDate, formatInstant, type Locale } from '@/domain/date-format';
import { AnswerIcon } from '@/screens/checklist/answer-mark';
import { DataTable } from '@/ui/data-table';
import { FilterPills } from '@/ui/filter-pills';
import { IconError, IconMail, IconMailOpen, IconSearch } from '@/ui/icons';
import { ProgressBar } from '@/ui/progress-bar';
import { StatusMark } from '@/ui/status-mark';
import { TextInput } from '@/ui/text-input';
import type { AssessmentLine, CampaignView } from './campaign-data';
import { isTroubled } from './mail-trouble';
import { AssessmentMark } from './state-marks';

const FILTERS = {
  all: null,
  not_started: ['not_started'],
  answering: ['answering'],
  review: ['submitted', 'in_review', 'pending_approval'],
  returned: ['returned'],
  approved: ['approved'],
} as const satisfies Record<string, readonly AssessmentState[] | null>;
type Filter = keyof typeof FILTERS;

const passes = (filter: Filter, state: AssessmentState) => {
  const states: readonly AssessmentState[] | null = FILTERS[filter];
  return states === null || states.includes(state);
};

/** Every vendor of the campaign. Before a submission only how much is answered, never what. */
export function AssessmentTable({ campaign }: { campaign: CampaignView }) {
  const t = useTranslations('bank.campaigns.show');
  const kinds = useTranslations('states.apiKind');
  const weights = useTranslations('states.criticality');
  const locale = useLocale() as Locale;
  const [filter, setFilter] = useState<Filter>('all');
  const [search, setSearch] = useState('');
  const wanted = search.normalize('NFKC').trim().toLowerCase();
  const rows = campaign.assessments.filter(
    (row) => passes(filter, row.state) && row.vendorName.normalize('NFKC').toLowerCase().includes(wanted),
  );
  const countOf = (each: Filter) => campaign.assessments.filter((row) => passes(each, row.state)).length;
  return (
    <>
      <FilterPills
        label={t('filter')}
        value={filter}
        onChange={setFilter}
        pills={(Object.keys(FILTERS) as Filter[]).map((each) => ({
          value: each,
          label: t(`filters.${each}`),
          count: countOf(each),
        }))}
      >
        <TextInput
          label={t('search')}
          hideLabel
          placeholder={t('search')}
          icon={<IconSearch />}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </FilterPills>
      <DataTable
        caption={t('tableCaption')}
        middle
        framed
        minWidth={960}
        rows={rows}
        rowKey={(row) => row.id}
        state={
          campaign.assessments.length === 0
            ? { kind: 'empty', title: t('empty') }
            : rows.length === 0
              ? {
                  kind: 'no_match',
                  title: t('noMatch'),
                  onClear: () => {
                    setFilter('all');
                    setSearch('');
                  },
                }
              : { kind: 'rows' }
        }
        columns={[
          {
            key: 'vendor',
            head: t('vendor'),
            rowHead: true,
            cell: (row) => (
              <>
                <Link href={`/campaigns/${campaign.id}/assessments/${row.id}`} prefetch={false}>
                  {row.vendorName}
                </Link>
                <br />
                <span className="sub">
                  {row.serviceName} {row.apiKinds.map((kind) => kinds(kind)).join(t('joint'))}{' '}
                  {t('criticality', { weight: weights(row.criticality) })}
                </span>
              </>
            ),
          },
          {
            key: 'state',
            head: t('state'),
            cell: (row) => (
              <>
                <AssessmentMark state={row.state} />
                {row.roundNumber > 1 ? (
                  <span className="sub nw"> {t('round', { number: row.roundNumber })}</span>
                ) : null}
              </>
            ),
          },
          {
            key: 'answered',
            head: t('answered'),
            cell: (row) => (
              <ProgressBar
                done={row.answeredCount}
                total={row.itemCount}
                text={t('ofAll', { done: row.answeredCount, all: row.itemCount })}
              />
            ),
          },
          { key: 'claims', head: t('claims'), cell: (row) => <Claims row={row} /> },
          { key: 'due', head: t('dueDate'), className: 'nw', cell: (row) => formatDate(row.dueDate, locale) },
          { key: 'mail', head: t('mail'), cell: (row) => <MailState row={row} /> },
          {
            key: 'activity',
            head: t('activity'),
            className: 'nw',
            cell: (row) => (row.lastActivityAt ? formatInstant(row.lastActivityAt, locale) : t('none')),
          },
        ]}
      />
    </>
  );
}

function Claims({ row }: { row: AssessmentLine }) {
  const t = useTranslations('bank.campaigns.show');
  const states = useTranslations('states.answer');
  if (row.claims === null) return <span className="sub">{t('beforeSubmission')}</span>;
  const { unmet, partial, gaps } = row.claims;
  return (
    <span className="row nowrap">
      <StatusMark icon={<AnswerIcon status="unmet" />} label={`${states('unmet')} ${unmet}`} tone="bad" />
      <StatusMark icon={<AnswerIcon status="partial" />} label={`${states('partial')} ${partial}`} tone="warn" />
      <span className="sub nw">{t('gapCount', { count: gaps })}</span>
    </span>
  );
}

function MailState({ row }: { row: AssessmentLine }) {
  const t = useTranslations('bank.campaigns.show.mailState');
  if (row.mails.some(isTroubled))
    return <StatusMark icon={<IconError />} label={t('trouble')} tone="bad" emphasis="act" />;
  if (row.opened) return <StatusMark icon={<IconMailOpen />} label={t('opened')} tone="mute" />;
  const sent = row.mails.some((mail) => mail.state === 'sent');
  return <StatusMark icon={<IconMail />} label={sent ? t('sent') : t('waiting')} tone="mute" />;
}
