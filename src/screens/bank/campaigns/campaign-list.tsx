'use client';

import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { formatDate, formatDeadline, formatInstant, type Locale } from '@/domain/date-format';
import { remainingBusinessDays } from '@/domain/deadline';
import { ButtonLink } from '@/ui/button-link';
import { DataTable } from '@/ui/data-table';
import { DefinitionList } from '@/ui/definition-list';
import { IconPlus } from '@/ui/icons';
import { PageHead } from '@/ui/page-head';
import { Pager } from '@/ui/pager';
import { Pipeline } from '@/ui/pipeline';
import { ProgressBar } from '@/ui/progress-bar';
import { Section } from '@/ui/section';
import { BankAnswersProgress } from '../home/bank-answers-progress';
import type { Today, TodayOfCampaign } from '../home/home-data';
import { tasksOf } from '../home/tasks';
import { TodoList } from '../home/todo-list';
import { UpcomingList } from '../home/upcoming-list';
import type { CampaignLine, CampaignList as List } from './campaign-data';
import { AssessmentIcon, CampaignMark } from './state-marks';

const STAGES = [
  { key: 'not_started', states: ['not_started'], tone: undefined },
  { key: 'answering', states: ['answering'], tone: undefined },
  { key: 'submitted', states: ['submitted', 'in_review', 'pending_approval'], tone: undefined },
  { key: 'returned', states: ['returned'], tone: 'warn' },
  { key: 'approved', states: ['approved'], tone: 'ok' },
] as const;

const NAMED = 5;

/** 定期点検: what runs and how far it is, and the campaigns before it. */
export function CampaignList(props: {
  list: List;
  today: Today;
  /** `inCharge`: the reader's own id while only the own vendors count, null for everybody's. */
  reader: { roles: readonly string[]; inCharge: string | null };
  mayPrepare: boolean;
}) {
  const { list, today, reader, mayPrepare } = props;
  const t = useTranslations('bank.campaigns');
  const locale = useLocale() as Locale;
  const running = list.campaigns;
  const { past } = list;
  /** Last year's promises fall due after its campaign was closed. */
  const watched = list.latestClosed ? [...running, list.latestClosed] : running;
  return (
    <>
      <PageHead
        title={t('title')}
        below={<p className="sub">{t('asOf', { at: formatInstant(list.now, locale) })}</p>}
        actions={
          mayPrepare ? (
            <ButtonLink href="/campaigns/new" icon={<IconPlus />}>
              {t('prepare')}
            </ButtonLink>
          ) : null
        }
      />
      {running.length === 0 ? <p className="read">{t('noneRunning')}</p> : null}
      {running.map((each) => (
        <RunningCampaign
          key={each.id}
          campaign={each}
          today={today.campaigns.find(({ campaignId }) => campaignId === each.id)}
          now={list.now}
        />
      ))}
      <div className="two">
        <TodoList tasks={tasksOf(watched, today.campaigns, reader)} mine={reader.inCharge !== null} />
        <div>
          <UpcomingList campaigns={list.campaigns} today={today.campaigns} />
          <BankAnswersProgress campaigns={list.campaigns} today={today.campaigns} />
        </div>
      </div>
      {past.total === 0 ? null : (
        <Section id="past" title={t('past')} className="mt24">
          <DataTable
            caption={t('past')}
            rows={past.campaigns}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'year',
                head: t('campaign'),
                rowHead: true,
                cell: (row) => (
                  <Link href={`/campaigns/${row.id}`} prefetch={false}>
                    {row.name}
                  </Link>
                ),
              },
              {
                key: 'launched',
                head: t('launchedAt'),
                cell: (row) => (row.launchedAt ? formatInstant(row.launchedAt, locale) : t('none')),
              },
              { key: 'due', head: t('dueDate'), cell: (row) => formatDate(row.dueDate, locale) },
              {
                key: 'approved',
                head: t('approvedOf'),
                className: 'num',
                cell: (row) => t('ofAll', { done: row.states.approved, all: row.targets }),
              },
              { key: 'gaps', head: t('gaps'), className: 'num', cell: (row) => t('gapCount', { count: row.gaps }) },
              {
                key: 'overdue',
                head: t('overdueGaps'),
                className: 'num',
                cell: (row) => (row.overdueGaps === null ? t('none') : t('gapCount', { count: row.overdueGaps })),
              },
              {
                key: 'closed',
                head: t('closedAt'),
                cell: (row) => (row.closedAt ? formatInstant(row.closedAt, locale) : t('none')),
              },
            ]}
          />
          <Pager
            page={past.page}
            pageSize={past.pageSize}
            total={past.total}
            hrefOf={(page) => hrefOfPast(page, reader.inCharge !== null)}
          />
        </Section>
      )}
    </>
  );
}

/** The address of a page of the past campaigns, above which today's work stays as it was narrowed. */
function hrefOfPast(page: number, mine: boolean): string {
  const chosen = [...(mine ? ['mine=true'] : []), ...(page > 1 ? [`page=${page}`] : [])].join('&');
  return `/campaigns${chosen === '' ? '' : `?${chosen}`}#past`;
}

/** One campaign's way from invitation to approval, with the first vendors of each stage. */
function RunningCampaign(props: { campaign: CampaignLine; today: TodayOfCampaign | undefined; now: Date }) {
  const { campaign, today } = props;
  const t = useTranslations('bank.campaigns');
  const states = useTranslations('states.assessment');
  const locale = useLocale() as Locale;
  const left = remainingBusinessDays(props.now, campaign.dueDate);
  const href =
    campaign.state === 'draft' || campaign.state === 'launching'
      ? `/campaigns/${campaign.id}/launch`
      : `/campaigns/${campaign.id}`;
  const countOf = (wanted: readonly string[]) =>
    Object.entries(campaign.states).reduce((sum, [state, count]) => sum + (wanted.includes(state) ? count : 0), 0);
  const all = Object.values(campaign.states).reduce((sum, count) => sum + count, 0);
  /** A return is a way back: nobody has to have come through it. */
  const reachedAt = (stage: (typeof STAGES)[number]['key']) => {
    if (stage === 'returned') return null;
    const from = STAGES.findIndex((each) => each.key === stage);
    const done = STAGES.slice(from).reduce((sum, each) => sum + countOf(each.states), 0);
    return { done, total: all, text: t('reached', { done, all }) };
  };
  const namesOf = (wanted: readonly string[]) => {
    const named = (today?.stages ?? []).filter(({ state }) => wanted.includes(state)).flatMap(({ vendors }) => vendors);
    const names = named.slice(0, NAMED);
    const left = countOf(wanted) - names.length;
    return {
      names: names.map(({ id, name }) => ({
        key: id,
        label: name,
        href: `/campaigns/${campaign.id}/assessments/${id}`,
      })),
      more: left > 0 ? t('moreVendors', { count: left }) : null,
    };
  };
  return (
    <Section
      id={`campaign-${campaign.id}`}
      className="mt16"
      title={
        <span className="row">
          <Link href={href} prefetch={false}>
            {campaign.name}
          </Link>
          <CampaignMark state={campaign.state} />
        </span>
      }
      actions={
        <DefinitionList
          look="inline"
          items={[
            {
              key: 'due',
              term: t('dueDate'),
              value: (
                <>
                  {formatDeadline(campaign.dueDate, campaign.closingTime, locale)}{' '}
                  <span className="nw">
                    {left < 0 ? t('show.daysPast', { days: -left }) : t('show.daysLeft', { days: left })}
                  </span>
                </>
              ),
            },
            { key: 'reference', term: t('referenceDate'), value: formatDate(campaign.referenceDate, locale) },
            { key: 'targets', term: t('targets'), value: t('serviceCount', { count: campaign.targets }) },
            {
              key: 'gaps',
              term: t('gaps'),
              value: t('gapsAndOverdue', { gaps: campaign.gaps, overdue: campaign.overdueGaps ?? 0 }),
            },
          ]}
        />
      }
    >
      {campaign.state === 'draft' ? (
        <p className="mt8">{t('draftHint')}</p>
      ) : campaign.state === 'launching' ? (
        <div className="mt8">
          <ProgressBar
            done={all}
            total={campaign.targets}
            text={t('launch.progress', { done: all, total: campaign.targets })}
          />
        </div>
      ) : (
        <Pipeline
          stages={STAGES.map((stage) => ({
            key: stage.key,
            icon: <AssessmentIcon state={stage.key} />,
            label: states(stage.key),
            count: countOf(stage.states),
            unit: t('unit'),
            reached: reachedAt(stage.key),
            note: t(`stage.${stage.key}`),
            ...namesOf(stage.states),
            ...(stage.tone && countOf(stage.states) > 0 ? { tone: stage.tone } : {}),
          }))}
        />
      )}
    </Section>
  );
}
