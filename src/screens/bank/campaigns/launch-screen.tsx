'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { CampaignState } from '@/domain/campaign-state';
import { formatDate, formatDeadline, formatFiscalYear, formatInstant, type Locale } from '@/domain/date-format';
import { useTRPC, useTRPCClient } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { Breadcrumb } from '@/ui/breadcrumb';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { DefinitionList } from '@/ui/definition-list';
import { IconSend } from '@/ui/icons';
import { Notice } from '@/ui/notice';
import { PageHead } from '@/ui/page-head';
import { ProgressBar } from '@/ui/progress-bar';
import type { FlightPlanView } from './campaign-data';
import { ContactDialog } from './contact-dialog';
import { FlightPlan } from './flight-plan';
import { CampaignMark } from './state-marks';

const LOOK_AGAIN_MS = 1500;

/** 送信予定の最終確認: who gets which mail when, what stands in the way, and the launch with its progress. */
export function LaunchScreen({ plan, mayLaunch }: { plan: FlightPlanView; mayLaunch: boolean }) {
  const t = useTranslations('bank.campaigns.launch');
  const locale = useLocale() as Locale;
  const router = useRouter();
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const [missing, setMissing] = useState<{ id: string; name: string } | null>(null);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const { campaignId, blocking, warnings } = plan;
  const [invitation] = plan.legs;

  const launch = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await client.bank.campaigns.launch.mutate({ campaignId });
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
    setAsking(false);
    router.refresh();
  };
  return (
    <>
      <Breadcrumb trail={[{ label: t('campaigns'), href: '/campaigns' }, { label: plan.name }]} />
      <PageHead
        title={plan.state === 'draft' ? t('title') : plan.name}
        state={<CampaignMark state={plan.state as CampaignState} />}
        below={
          <DefinitionList
            look="inline"
            items={[
              { key: 'year', term: t('fiscalYear'), value: formatFiscalYear(plan.fiscalYear, locale) },
              { key: 'due', term: t('dueDate'), value: formatDeadline(plan.dueDate, plan.closingTime, locale) },
              { key: 'reference', term: t('referenceDate'), value: formatDate(plan.referenceDate, locale) },
              { key: 'edition', term: t('edition'), value: <span lang="ja">{plan.editionTitle}</span> },
            ]}
          />
        }
      />
      {failure === null ? null : (
        <Notice tone="bad" live="assertive" className="mt16">
          <p>{refusalText(failure)}</p>
        </Notice>
      )}
      {plan.state === 'draft' ? null : <LaunchProgress campaignId={campaignId} />}
      {plan.state === 'draft' && blocking.length > 0 ? (
        <Notice tone="bad" title={t('blockedTitle', { count: blocking.length })} className="mt16">
          <ul>
            {blocking.map((problem) => (
              <li key={problem.serviceId} className="row">
                <span>{t('blockedVendor', { vendor: problem.vendorName })}</span>
                <Button size="sm" onClick={() => setMissing({ id: problem.vendorId, name: problem.vendorName })}>
                  {t('addContact', { vendor: problem.vendorName })}
                </Button>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {plan.state === 'draft' && warnings.length > 0 ? (
        <Notice tone="warn" title={t('warningTitle', { count: warnings.length })} className="mt16">
          <p>{t('singleContact', { vendors: warnings.map((problem) => problem.vendorName).join(t('joint')) })}</p>
        </Notice>
      ) : null}
      <FlightPlan plan={plan} onAddContact={(vendor) => setMissing(vendor)} />
      {plan.state === 'draft' ? (
        <div className="sb mt24">
          <div className="grow">
            <p>
              <b>
                {t('summary', {
                  count: plan.targets.length - blocking.length,
                  at: invitation ? formatInstant(invitation.sendAt, locale) : '',
                })}
              </b>
            </p>
            <p>{t('summaryHint')}</p>
          </div>
          <Button
            look="primary"
            icon={<IconSend />}
            busy={busy}
            disabledReason={
              mayLaunch
                ? blocking.length > 0
                  ? t('blockedReason', { count: blocking.length })
                  : undefined
                : t('notPermitted')
            }
            onClick={() => setAsking(true)}
          >
            {t('launch', { count: plan.targets.length })}
          </Button>
        </div>
      ) : null}
      <ConfirmDialog
        open={asking}
        onCancel={() => setAsking(false)}
        onConfirm={() => void launch()}
        busy={busy}
        title={t('confirmTitle', { count: plan.targets.length })}
        description={t('confirmText', { at: invitation ? formatInstant(invitation.sendAt, locale) : '' })}
        confirmLabel={t('launch', { count: plan.targets.length })}
        cancelLabel={t('notNow')}
      />
      <ContactDialog
        vendor={missing}
        onClose={() => setMissing(null)}
        onSaved={() => {
          setMissing(null);
          router.refresh();
        }}
      />
    </>
  );
}

/** How far the worker is. The page may be left and found again; it goes on to the campaign when all are made. */
function LaunchProgress({ campaignId }: { campaignId: string }) {
  const t = useTranslations('bank.campaigns.launch');
  const trpc = useTRPC();
  const router = useRouter();
  const campaign = useQuery({
    ...trpc.bank.campaigns.show.queryOptions({ campaignId }),
    refetchInterval: LOOK_AGAIN_MS,
  });
  const state = campaign.data?.state;
  useEffect(() => {
    if (state !== undefined && state !== 'launching' && state !== 'draft') router.replace(`/campaigns/${campaignId}`);
  }, [state, router, campaignId]);
  return (
    <Notice tone="info" live="polite" title={t('progressTitle')} className="mt16">
      {campaign.data ? (
        <ProgressBar
          done={campaign.data.launchedTargets}
          total={campaign.data.targets}
          text={t('progress', { done: campaign.data.launchedTargets, total: campaign.data.targets })}
        />
      ) : null}
      <p>{t('progressHint')}</p>
    </Notice>
  );
}
