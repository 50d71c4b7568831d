'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPCClient } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { ButtonLink } from '@/ui/button-link';
import { Notice } from '@/ui/notice';
import type { FlightPlanView } from './campaign-data';
import { hrefOfStep, type Step } from './wizard-steps';

type Problem = FlightPlanView['blocking'][number];
type Target = FlightPlanView['blocked']['targets'][number];

const MENDED_AT: Record<Problem['kind'], Step> = {
  'no-services': 'services',
  'no-items': 'items',
  'edition-unpublished': 'basics',
  'due-date-past': 'dates',
  'send-date-past': 'dates',
  'due-before-send': 'dates',
};

export function problemCount(plan: FlightPlanView): number {
  return plan.blocking.length + plan.blocked.total;
}

/** Everything that blocks the launch, each with the way to mend it; and what is only pointed out. */
export function LaunchProblems(props: {
  plan: FlightPlanView;
  mayMend: boolean;
  onContact: (vendor: { id: string; name: string }) => void;
}) {
  const { plan } = props;
  const t = useTranslations('bank.campaigns.launch');
  const count = problemCount(plan);
  const hidden = plan.blocked.total - plan.blocked.targets.length;
  const unnamed = plan.single.total - plan.single.vendorNames.length;
  return (
    <>
      {count > 0 ? (
        <Notice tone="bad" title={t('blockedTitle', { count })} className="mt16">
          <ul>
            {plan.blocking.map((problem) => (
              <li key={`${problem.kind}-${problem.wave}`} className="row">
                <span>{t(`problem.${problem.kind}`, { wave: problem.wave ?? 1 })}</span>
                {props.mayMend ? (
                  <ButtonLink size="sm" href={hrefOfStep(plan.campaignId, MENDED_AT[problem.kind])}>
                    {t(`mend.${problem.kind}`)}
                  </ButtonLink>
                ) : null}
              </li>
            ))}
            {plan.blocked.targets.map((target) => (
              <BlockedTarget key={target.serviceId} target={target} {...props} />
            ))}
          </ul>
          {hidden > 0 ? <p>{t('moreBlocked', { count: hidden })}</p> : null}
        </Notice>
      ) : null}
      {plan.single.total > 0 ? (
        <Notice tone="warn" title={t('warningTitle', { count: plan.single.total })} className="mt16">
          <p>
            {t('singleContact', {
              vendors: [
                ...plan.single.vendorNames,
                ...(unnamed > 0 ? [t('moreVendors', { count: unnamed })] : []),
              ].join(t('joint')),
            })}
          </p>
        </Notice>
      ) : null}
    </>
  );
}

function BlockedTarget(props: {
  plan: FlightPlanView;
  target: Target;
  mayMend: boolean;
  onContact: (vendor: { id: string; name: string }) => void;
}) {
  const { target } = props;
  const t = useTranslations('bank.campaigns.launch');
  const router = useRouter();
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const takeOut = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await client.bank.campaigns.chooseServices.mutate({
        campaignId: props.plan.campaignId,
        change: 'remove',
        wave: 1,
        serviceIds: [target.serviceId],
        matching: null,
      });
      router.refresh();
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
  };
  const { problem } = target;
  if (problem === null) return null;
  return (
    <li>
      <span className="row">
        <span>{t(`blockedVendor.${problem}`, { vendor: target.vendorName })}</span>
        {props.mayMend && problem !== 'archived' ? (
          <Button size="sm" onClick={() => props.onContact({ id: target.vendorId, name: target.vendorName })}>
            {t(`contact.${problem}`, { vendor: target.vendorName })}
          </Button>
        ) : null}
        {props.mayMend ? (
          <Button size="sm" look="neutral" busy={busy} onClick={() => void takeOut()}>
            {t('takeOut', { vendor: target.vendorName })}
          </Button>
        ) : null}
      </span>
      {failure === null ? null : (
        <Notice tone="bad" live="assertive" className="mt8">
          <p>{refusalText(failure)}</p>
        </Notice>
      )}
    </li>
  );
}
