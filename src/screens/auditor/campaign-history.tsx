'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { formatDate, formatDeadline, formatInstant, type Locale } from '@/domain/date-format';
import { eventWordsKey } from '@/domain/event-kinds';
import { useTRPCClient } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { Breadcrumb } from '@/ui/breadcrumb';
import { DataTable } from '@/ui/data-table';
import { DefinitionList } from '@/ui/definition-list';
import { Notice } from '@/ui/notice';
import { PageHead } from '@/ui/page-head';
import { Pager } from '@/ui/pager';
import { Section } from '@/ui/section';
import { useListPage } from '@/ui/use-list-page';
import { AuditEvidence } from './audit-evidence';
import { AuditExports } from './audit-exports';
import { useRecordedLook } from './use-recorded-look';

/** One campaign's history: where each assessment stands, who submitted and approved, and every recorded event. */
export function CampaignHistory({ campaignId }: { campaignId: string }) {
  const t = useTranslations('auditor.campaign');
  const kinds = useTranslations('auditor.eventKinds');
  const states = useTranslations('states.assessment');
  /** The event in words; a kind that has none yet is shown as recorded. */
  const wordsOf = (kind: string) => {
    const key = eventWordsKey(kind) as Parameters<typeof kinds>[0];
    return kinds.has(key) ? kinds(key) : kind;
  };
  const locale = useLocale() as Locale;
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const events = useListPage('events');
  const assessments = useListPage('assessments');
  const page = events.page;
  const assessmentsPage = assessments.page;
  const { data, failure } = useRecordedLook(
    useCallback(
      () => client.auditor.campaign.mutate({ campaignId, page, assessmentsPage }),
      [client, campaignId, page, assessmentsPage],
    ),
  );
  if (failure) {
    return (
      <Notice tone="bad" live="assertive">
        <p>{refusalText(failure)}</p>
      </Notice>
    );
  }
  if (data === null) return <p role="status">{t('loading')}</p>;
  return (
    <>
      <Breadcrumb trail={[{ label: t('history'), href: '/history' }, { label: data.name }]} />
      <PageHead
        title={data.name}
        below={
          <DefinitionList
            look="inline"
            items={[
              { key: 'due', term: t('dueDate'), value: formatDeadline(data.dueDate, data.closingTime, locale) },
              { key: 'reference', term: t('referenceDate'), value: formatDate(data.referenceDate, locale) },
              { key: 'edition', term: t('edition'), value: <span lang="ja">{data.editionTitle}</span> },
            ]}
          />
        }
      />
      <Section id="assessments" title={t('assessments')}>
        <DataTable
          caption={t('assessments')}
          minWidth={900}
          rows={data.assessments}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'vendor',
              head: t('vendor'),
              rowHead: true,
              cell: (row) => (
                <>
                  {row.vendorName} <span className="sub">{row.serviceName}</span>
                </>
              ),
            },
            { key: 'state', head: t('state'), className: 'nw', cell: (row) => states(row.state) },
            {
              key: 'rounds',
              head: t('rounds'),
              cell: (row) => (
                <ul>
                  {row.rounds.map((round) => (
                    <li key={round.submittedAt.toISOString()}>
                      {t('round', {
                        number: round.number,
                        at: formatInstant(round.submittedAt, locale),
                        name: round.submitterName,
                        title: round.submitterTitle,
                        late: round.afterDue ? 'yes' : 'no',
                        state: round.state,
                      })}
                      <br />
                      <code className="wrap sub">{round.receiptHash}</code>
                    </li>
                  ))}
                </ul>
              ),
            },
            {
              key: 'approvals',
              head: t('approvals'),
              cell: (row) => (
                <ul>
                  {row.acceptances.map((decision) => (
                    <li key={decision.proposedAt.toISOString()}>
                      {t('proposed', { name: decision.proposedBy, at: formatInstant(decision.proposedAt, locale) })}
                      {decision.decidedAt ? (
                        <>
                          <br />
                          {t('decided', {
                            name: decision.decidedBy ?? '',
                            at: formatInstant(decision.decidedAt, locale),
                            state: decision.state,
                          })}
                        </>
                      ) : null}
                    </li>
                  ))}
                </ul>
              ),
            },
          ]}
        />
        <Pager
          page={data.assessmentsPage}
          pageSize={data.assessmentsPageSize}
          total={data.totalAssessments}
          hrefOf={assessments.hrefOf}
        />
      </Section>
      <AuditEvidence campaignId={campaignId} today={data.today} />
      <AuditExports campaignId={campaignId} />
      <Section id="events" title={t('events', { count: data.totalEvents })} className="mt24">
        <DataTable
          caption={t('eventsCaption')}
          minWidth={900}
          rows={data.events}
          rowKey={(row) => String(row.seq)}
          columns={[
            { key: 'seq', head: t('seq'), className: 'num', rowHead: true, cell: (row) => row.seq },
            { key: 'at', head: t('at'), className: 'nw', cell: (row) => formatInstant(row.at, locale) },
            { key: 'actor', head: t('actor'), cell: (row) => t(`actors.${row.actor}`) },
            {
              key: 'kind',
              head: t('kind'),
              cell: (row) => (
                <>
                  {wordsOf(row.kind)} <span className="sub">{row.kind}</span>{' '}
                  {row.withoutPayload ? <span className="sub">{t('erased')}</span> : null}
                </>
              ),
            },
            { key: 'vendor', head: t('vendor'), cell: (row) => row.vendorName },
            { key: 'hash', head: t('hash'), cell: (row) => <code className="wrap">{row.hash}</code> },
          ]}
        />
        <Pager page={data.page} pageSize={data.pageSize} total={data.totalEvents} hrefOf={events.hrefOf} />
      </Section>
    </>
  );
}
