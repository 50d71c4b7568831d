'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { formatDate, formatDeadline, formatFiscalYear, formatInstant, type Locale } from '@/domain/date-format';
import { useTRPCClient } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { Breadcrumb } from '@/ui/breadcrumb';
import { Button } from '@/ui/button';
import { ButtonLink } from '@/ui/button-link';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { DefinitionList } from '@/ui/definition-list';
import { IconSend } from '@/ui/icons';
import { Notice } from '@/ui/notice';
import { PageHead } from '@/ui/page-head';
import type { FlightPlanView } from './campaign-data';
import { ContactDialog } from './contact-dialog';
import { DiscardCampaign } from './discard-campaign';
import { FlightPlan } from './flight-plan';
import { LaunchProblems, problemCount } from './launch-problems';
import { LaunchProgress } from './launch-progress';
import { PlannedMails } from './planned-mails';
import { CampaignMark } from './state-marks';
import { Stranded } from './stranded';
import { WizardFrame } from './wizard-frame';
import { hrefOfStep } from './wizard-steps';

/** 送信予定の最終確認: who gets which mail when, what stands in the way, and the launch with its progress. */
export function LaunchScreen({ plan, mayLaunch }: { plan: FlightPlanView; mayLaunch: boolean }) {
  const t = useTranslations('bank.campaigns.launch');
  const router = useRouter();
  const [missing, setMissing] = useState<{ id: string; name: string } | null>(null);
  const wave = plan.waves.find((each) => each.number === plan.wave) ?? plan.waves[0];
  const body = (
    <>
      <PlanFacts plan={plan} />
      {plan.state === 'draft' ? (
        <LaunchProblems plan={plan} mayMend={mayLaunch} onContact={setMissing} />
      ) : (
        <>
          <LaunchProgress campaignId={plan.campaignId} />
          <Stranded plan={plan} mayMend={mayLaunch} onContact={setMissing} />
        </>
      )}
      {wave ? (
        <div className="lay">
          <FlightPlan plan={plan} wave={wave} onAddContact={setMissing} />
          <PlannedMails key={`${wave.number}-${plan.page}`} plan={plan} wave={wave} />
        </div>
      ) : null}
      {plan.state === 'draft' ? <LaunchEnd plan={plan} mayLaunch={mayLaunch} /> : null}
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
  if (plan.state === 'draft') {
    return (
      <WizardFrame
        campaignId={plan.campaignId}
        name={plan.name}
        step="plan"
        title={t('title')}
        lead={t('lead')}
        actions={mayLaunch ? <DiscardCampaign campaignId={plan.campaignId} version={plan.version} /> : undefined}
      >
        {body}
      </WizardFrame>
    );
  }
  return (
    <>
      <Breadcrumb trail={[{ label: t('campaigns'), href: '/campaigns' }, { label: plan.name }]} />
      <PageHead title={plan.name} state={<CampaignMark state={plan.state} />} />
      {body}
    </>
  );
}

function PlanFacts({ plan }: { plan: FlightPlanView }) {
  const t = useTranslations('bank.campaigns.launch');
  const locale = useLocale() as Locale;
  return (
    <DefinitionList
      look="inline"
      className="mt16"
      items={[
        { key: 'name', term: t('name'), value: plan.name },
        { key: 'year', term: t('fiscalYear'), value: formatFiscalYear(plan.fiscalYear, locale) },
        { key: 'due', term: t('dueDate'), value: formatDeadline(plan.dueDate, plan.closingTime, locale) },
        { key: 'reference', term: t('referenceDate'), value: formatDate(plan.referenceDate, locale) },
        {
          key: 'edition',
          term: t('edition'),
          value: (
            <>
              <span lang="ja">{plan.editionTitle}</span> {t('itemsOf', { items: plan.items, all: plan.allItems })}
            </>
          ),
        },
      ]}
    />
  );
}

function LaunchEnd({ plan, mayLaunch }: { plan: FlightPlanView; mayLaunch: boolean }) {
  const t = useTranslations('bank.campaigns.launch');
  const locale = useLocale() as Locale;
  const router = useRouter();
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const problems = problemCount(plan);
  const count = plan.totals.targets;
  const sendings = plan.waves.flatMap((wave) => (wave.targets > 0 && wave.legs[0] ? [wave.legs[0].sendAt] : []));
  const first = sendings.toSorted((a, b) => a.getTime() - b.getTime())[0];
  const at = first ? formatInstant(first, locale) : '';
  const launch = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await client.bank.campaigns.launch.mutate({ campaignId: plan.campaignId });
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
    setAsking(false);
    router.refresh();
  };
  return (
    <>
      {failure === null ? null : (
        <Notice tone="bad" live="assertive" className="mt16">
          <p>{refusalText(failure)}</p>
        </Notice>
      )}
      <div className="sb mt24">
        <div className="grow">
          <p>
            <b>{t('summary', { count: plan.totals.certain, at })}</b>
          </p>
          <p>{t('summaryHint')}</p>
        </div>
        <ButtonLink look="neutral" href={hrefOfStep(plan.campaignId, 'texts')}>
          {t('back')}
        </ButtonLink>
        <Button
          look="primary"
          icon={<IconSend />}
          busy={busy}
          disabledReason={
            mayLaunch ? (problems > 0 ? t('blockedReason', { count: problems }) : undefined) : t('notPermitted')
          }
          onClick={() => setAsking(true)}
        >
          {t('launch', { count })}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        onCancel={() => setAsking(false)}
        onConfirm={() => void launch()}
        busy={busy}
        title={t('confirmTitle', { count })}
        description={t('confirmText', { at })}
        confirmLabel={t('launch', { count })}
        cancelLabel={t('notNow')}
      />
    </>
  );
}
