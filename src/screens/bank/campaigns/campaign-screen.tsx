'use client';

import { useLocale, useTranslations } from 'next-intl';
import { mayDo, type Role } from '@/domain/access';
import { formatDate, formatDeadline, type Locale } from '@/domain/date-format';
import { Breadcrumb } from '@/ui/breadcrumb';
import { DefinitionList } from '@/ui/definition-list';
import { PageHead } from '@/ui/page-head';
import { Tabs } from '@/ui/tabs';
import { ExportPanel } from '../exports/export-panel';
import type { AssessmentSearch } from './assessment-search';
import type { AssessmentPage, CampaignView } from './campaign-data';
import { CampaignFunnel } from './campaign-funnel';
import { CampaignVendors } from './campaign-vendors';
import { MailTrouble } from './mail-trouble';
import { MoreActions } from './more-actions';
import { StateActions } from './state-actions';
import { CampaignMark } from './state-marks';

/** One campaign: every vendor's state, mails that need a look, and what can be done with the whole. */
export function CampaignScreen(props: {
  campaign: CampaignView;
  table: AssessmentPage;
  search: AssessmentSearch;
  roles: readonly string[];
}) {
  const { campaign, table, search, roles } = props;
  const t = useTranslations('bank.campaigns.show');
  const locale = useLocale() as Locale;
  const base = `/campaigns/${campaign.id}`;
  const left = campaign.remainingBusinessDays;
  return (
    <>
      <Breadcrumb trail={[{ label: t('campaigns'), href: '/campaigns' }, { label: campaign.name }]} />
      <PageHead
        title={campaign.name}
        state={<CampaignMark state={campaign.state} />}
        below={
          <DefinitionList
            look="inline"
            items={[
              {
                key: 'due',
                term: t('dueDate'),
                value: (
                  <>
                    {formatDeadline(campaign.dueDate, campaign.closingTime, locale)}{' '}
                    {campaign.state === 'closed' ? null : (
                      <span className="nw">
                        {left < 0 ? t('daysPast', { days: -left }) : t('daysLeft', { days: left })}
                      </span>
                    )}
                  </>
                ),
              },
              { key: 'reference', term: t('referenceDate'), value: formatDate(campaign.referenceDate, locale) },
              {
                key: 'edition',
                term: t('edition'),
                value: (
                  <>
                    <span lang="ja">{campaign.editionTitle}</span> {t('items', { count: campaign.itemCount })}
                  </>
                ),
              },
            ]}
          />
        }
        actions={
          <span className="row">
            <StateActions campaign={campaign} roles={roles} />
            <MoreActions campaign={campaign} roles={roles} />
          </span>
        }
      />
      <Tabs
        label={t('views')}
        tabs={[
          { href: base, label: t('vendors'), count: campaign.assessmentCount, current: true },
          {
            href: `${base}/bank-answers`,
            label: t('bankAnswers'),
            count: t('ofAll', { done: campaign.bankItems.complete, all: campaign.bankItems.all }),
            current: false,
          },
          { href: `/gaps?campaign=${campaign.id}`, label: t('gaps'), current: false },
        ]}
      />
      <MailTrouble campaign={campaign} mayReissue={mayDo('bank', roles as readonly Role[], 'invitations.reissue')} />
      <CampaignFunnel campaignId={campaign.id} search={search} counts={table.counts} />
      <CampaignVendors campaign={campaign} table={table} search={search} roles={roles} />
      <ExportPanel campaignId={campaign.id} mayRequest={mayDo('bank', roles as readonly Role[], 'exports.request')} />
    </>
  );
}
