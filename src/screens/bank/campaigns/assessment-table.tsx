'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { ASSESSMENT_FILTERS, type AssessmentSort } from '@/domain/assessment-search';
import { formatDate, formatInstant, type Locale } from '@/domain/date-format';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { DataTable } from '@/ui/data-table';
import { FilterPills } from '@/ui/filter-pills';
import { IconClock } from '@/ui/icons';
import { Pager } from '@/ui/pager';
import { ProgressBar } from '@/ui/progress-bar';
import { StatusMark } from '@/ui/status-mark';
import { Tag } from '@/ui/tag';
import { AssessmentClaims, AssessmentMailState } from './assessment-cells';
import { type AssessmentSearch, hrefOfAssessments } from './assessment-search';
import { AssessmentSearchFields } from './assessment-search-fields';
import type { AssessmentLine, AssessmentPage, ChosenLine } from './campaign-data';
import { AssessmentMark } from './state-marks';

/** As many as one piece of work takes. */
const MAX_CHOSEN = 500;

/**
 * The campaign's vendors, a page at a time. The address is the view: filter, search, order and page. `bulk` draws what
 * can be done with the chosen rows; without it nothing can be chosen.
 */
export function AssessmentTable(props: {
  campaignId: string;
  data: AssessmentPage;
  search: AssessmentSearch;
  bulk: ((chosen: readonly ChosenLine[], clear: () => void) => ReactNode) | null;
  /** Everything that the view lets through, over its pages. */
  allMatching: () => Promise<readonly ChosenLine[]>;
}) {
  const { campaignId, data, search, bulk, allMatching } = props;
  const t = useTranslations('bank.campaigns.show');
  const kinds = useTranslations('states.apiKind');
  const weights = useTranslations('states.criticality');
  const locale = useLocale() as Locale;
  const router = useRouter();
  const [chosen, setChosen] = useState<ReadonlyMap<string, ChosenLine>>(new Map());
  const go = (part: Partial<AssessmentSearch>) => {
    setChosen(new Map());
    router.push(hrefOfAssessments(campaignId, { ...search, ...part }), { scroll: false });
  };
  const sortBy = (sort: AssessmentSort) => ({
    direction: search.sort === sort ? (search.descending ? ('descending' as const) : ('ascending' as const)) : null,
    onSort: () => go({ sort, descending: search.sort === sort && !search.descending }),
  });
  const choose = (lines: readonly ChosenLine[], on: boolean) => {
    const next = new Map(chosen);
    for (const line of lines) {
      if (on) next.set(line.id, line);
      else next.delete(line.id);
    }
    setChosen(next);
  };
  const clear = () => setChosen(new Map());
  const isPageChosen = data.lines.length > 0 && data.lines.every((line) => chosen.has(line.id));
  const isNarrowed =
    search.search !== '' || search.inCharge !== '' || search.criticality !== '' || search.apiKind !== '';
  return (
    <>
      <AssessmentSearchFields search={search} members={data.members} onChange={go} />
      <FilterPills
        label={t('filter')}
        value={search.filter}
        onChange={(filter) => go({ filter })}
        pills={ASSESSMENT_FILTERS.filter(
          (each) => each === 'all' || each === search.filter || data.counts[each] > 0,
        ).map((each) => ({ value: each, label: t(`filters.${each}`), count: data.counts[each] }))}
      />
      {bulk && chosen.size > 0 ? bulk([...chosen.values()], clear) : null}
      {bulk && isPageChosen && chosen.size < data.total ? (
        <p className="row mt8">
          <Button size="sm" look="quiet" onClick={() => void allMatching().then((lines) => choose(lines, true))}>
            {t('chooseMatching', { count: Math.min(data.total, MAX_CHOSEN) })}
          </Button>
        </p>
      ) : null}
      <DataTable
        caption={t('tableCaption')}
        middle
        framed
        minWidth={1080}
        rows={data.lines}
        rowKey={(row) => row.id}
        rowClass={(row) => (chosen.has(row.id) ? 'sel' : undefined)}
        state={
          data.lines.length > 0
            ? { kind: 'rows' }
            : data.counts.all === 0 && !isNarrowed
              ? { kind: 'empty', title: t('empty') }
              : {
                  kind: 'no_match',
                  title: t('noMatch'),
                  onClear: () => go({ filter: 'all', search: '', inCharge: '', criticality: '', apiKind: '' }),
                }
        }
        columns={[
          ...(bulk
            ? [
                {
                  key: 'choose',
                  head: (
                    <Checkbox
                      label={t('chooseAll')}
                      hideLabel
                      checked={isPageChosen}
                      onChange={(event) => choose(data.lines, event.target.checked)}
                    />
                  ),
                  cell: (row: AssessmentLine) => (
                    <Checkbox
                      label={t('choose', { vendor: row.vendorName, service: row.serviceName })}
                      hideLabel
                      checked={chosen.has(row.id)}
                      onChange={(event) => choose([row], event.target.checked)}
                    />
                  ),
                },
              ]
            : []),
          {
            key: 'vendor',
            head: t('vendor'),
            rowHead: true,
            className: 'wide',
            sort: sortBy('vendor'),
            cell: (row) => (
              <>
                <Link href={`/campaigns/${campaignId}/assessments/${row.id}`} prefetch={false}>
                  {row.vendorName}
                </Link>
                <br />
                <span className="sub">
                  {row.serviceName}{' '}
                  <span className="nw">{row.apiKinds.map((kind) => kinds(kind)).join(t('joint'))}</span>{' '}
                  <span className="nw">{t('criticality', { weight: weights(row.criticality) })}</span>
                </span>
              </>
            ),
          },
          {
            key: 'state',
            head: t('state'),
            sort: sortBy('state'),
            cell: (row) => (
              <>
                <AssessmentMark state={row.state} />
                {row.asked ? (
                  <>
                    {' '}
                    <Tag>{t('asked')}</Tag>
                  </>
                ) : null}
                {row.roundNumber > 1 ? (
                  <span className="sub nw"> {t('round', { number: row.roundNumber })}</span>
                ) : null}
              </>
            ),
          },
          {
            key: 'answered',
            head: t('answered'),
            sort: sortBy('answered'),
            cell: (row) => (
              <ProgressBar
                done={row.answeredCount}
                total={row.itemCount}
                text={t('ofAll', { done: row.answeredCount, all: row.itemCount })}
              />
            ),
          },
          { key: 'claims', head: t('claims'), sort: sortBy('gaps'), cell: (row) => <AssessmentClaims line={row} /> },
          {
            key: 'due',
            head: t('dueDate'),
            className: 'nw',
            sort: sortBy('due'),
            cell: (row) => (
              <>
                {formatDate(row.dueDate, locale)}
                {row.overdue ? (
                  <>
                    <br />
                    <StatusMark icon={<IconClock />} label={t('overdue')} tone="bad" emphasis="solid" />
                  </>
                ) : null}
              </>
            ),
          },
          { key: 'mail', head: t('mail'), sort: sortBy('mail'), cell: (row) => <AssessmentMailState line={row} /> },
          {
            key: 'in_charge',
            head: t('inCharge'),
            className: 'nw',
            sort: sortBy('in_charge'),
            cell: (row) => row.inCharge ?? t('nobody'),
          },
          {
            key: 'activity',
            head: t('activity'),
            className: 'nw',
            sort: sortBy('activity'),
            cell: (row) => (row.lastActivityAt ? formatInstant(row.lastActivityAt, locale) : t('none')),
          },
        ]}
      />
      <Pager
        page={data.page}
        pageSize={data.pageSize}
        total={data.total}
        hrefOf={(page) => hrefOfAssessments(campaignId, search, page)}
      />
    </>
  );
}
