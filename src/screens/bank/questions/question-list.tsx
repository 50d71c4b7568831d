'use client';

import type { inferRouterOutputs } from '@trpc/server';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { formatInstant, type Locale } from '@/domain/date-format';
import { QUESTION_STATES } from '@/domain/question';
import type { AppRouter } from '@/trpc/root';
import { Button } from '@/ui/button';
import { DataTable } from '@/ui/data-table';
import { FilterPills } from '@/ui/filter-pills';
import { IconQuestion } from '@/ui/icons';
import { PageHead } from '@/ui/page-head';
import { Pager } from '@/ui/pager';
import { Select } from '@/ui/select';
import { StatusMark } from '@/ui/status-mark';
import { Tag } from '@/ui/tag';
import { hrefOfQuestions, type QuestionFilter } from './question-search';

type QuestionPage = inferRouterOutputs<AppRouter>['bank']['questions']['list'];

/** 質問: what vendors ask over all campaigns, first what waits for an answer. The address is the filter. */
export function QuestionList({ data, filter }: { data: QuestionPage; filter: QuestionFilter }) {
  const t = useTranslations('bank.questions');
  const states = useTranslations('states.question');
  const locale = useLocale() as Locale;
  const router = useRouter();
  const choose = (part: Partial<QuestionFilter>) => router.push(hrefOfQuestions({ ...filter, ...part }));
  const all = QUESTION_STATES.reduce((sum, state) => sum + data.counts[state], 0);
  const isNarrowed = filter.campaign !== '' || filter.inCharge !== '';
  return (
    <>
      <PageHead title={t('title')} below={<p className="sub">{t('lead')}</p>} />
      <div className="row filters">
        <Select
          label={t('campaign')}
          value={filter.campaign}
          placeholder={t('everyCampaign')}
          options={data.campaigns.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => choose({ campaign: event.target.value })}
        />
        {filter.inCharge === '' ? null : (
          <Button look="neutral" onClick={() => choose({ inCharge: '' })}>
            {t('everyPerson')}
          </Button>
        )}
      </div>
      <FilterPills
        label={t('stateFilter')}
        value={filter.state}
        onChange={(state) => choose({ state })}
        pills={[
          ...QUESTION_STATES.map((state) => ({ value: state, label: states(state), count: data.counts[state] })),
          { value: 'all' as const, label: t('all'), count: all },
        ]}
      />
      <DataTable
        caption={t('caption')}
        framed
        minWidth={1000}
        rows={data.questions}
        rowKey={(row) => row.questionId}
        state={
          data.questions.length > 0
            ? { kind: 'rows' }
            : all === 0 && !isNarrowed
              ? { kind: 'empty', title: t('empty') }
              : {
                  kind: 'no_match',
                  title: t('noMatch'),
                  onClear: () => choose({ campaign: '', inCharge: '', state: 'all' }),
                }
        }
        columns={[
          {
            key: 'vendor',
            head: t('vendor'),
            cell: (row) => (
              <>
                {row.vendorName}
                <br />
                <span className="sub">
                  {row.serviceName} {row.campaignName}
                </span>
              </>
            ),
          },
          {
            key: 'question',
            head: t('question'),
            rowHead: true,
            className: 'wide',
            cell: (row) => (
              <>
                <Link
                  href={`/campaigns/${row.campaignId}/assessments/${row.assessmentId}?item=${encodeURIComponent(row.number)}#questions`}
                  prefetch={false}
                >
                  {t('number', { number: row.number })}
                </Link>{' '}
                <span className="sub" lang="ja">
                  {row.objective}
                </span>
                <p className="keep">{row.text}</p>
              </>
            ),
          },
          {
            key: 'asked',
            head: t('asked'),
            cell: (row) => (
              <>
                {row.askedBy}
                <br />
                <span className="sub nw">{formatInstant(row.askedAt, locale)}</span>
              </>
            ),
          },
          {
            key: 'answer',
            head: t('answer'),
            className: 'wide',
            cell: (row) =>
              row.answer === null || row.answeredAt === null ? (
                t('none')
              ) : (
                <>
                  <p className="keep">{row.answer}</p>
                  <span className="sub">
                    {t('by', { name: row.answeredBy, at: formatInstant(row.answeredAt, locale) })}
                  </span>
                </>
              ),
          },
          { key: 'inCharge', head: t('inCharge'), className: 'nw', cell: (row) => row.inCharge ?? t('nobody') },
          {
            key: 'state',
            head: t('stateFilter'),
            className: 'nw',
            cell: (row) =>
              row.state === 'open' ? (
                <StatusMark icon={<IconQuestion />} label={states('open')} tone="warn" emphasis="act" />
              ) : (
                <Tag>{states(row.state)}</Tag>
              ),
          },
        ]}
      />
      <Pager
        page={data.page}
        pageSize={data.pageSize}
        total={data.total}
        hrefOf={(page) => hrefOfQuestions(filter, page)}
      />
    </>
  );
}
