'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Breadcrumb } from '@/ui/breadcrumb';
import { PageHead } from '@/ui/page-head';
import { hrefOfStep, STEPS, type Step } from './wizard-steps';

/** One step of a preparation: where it stands among the others, each of which has its own address. */
export function WizardFrame(props: {
  /** Null while the preparation is being begun: there is nothing yet to go to. */
  campaignId: string | null;
  name: string;
  step: Step;
  title: string;
  lead: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations('bank.campaigns.wizard');
  const { campaignId, step } = props;
  return (
    <>
      <Breadcrumb trail={[{ label: t('campaigns'), href: '/campaigns' }, { label: props.name }]} />
      <PageHead title={props.title} below={<p className="sub">{props.lead}</p>} actions={props.actions} />
      <nav aria-label={t('steps')} className="mt8">
        <ol className="steps">
          {STEPS.map((each, index) => (
            <li key={each} aria-current={each === step ? 'step' : undefined}>
              {campaignId === null || each === step ? (
                <span>{t('stepLabel', { number: index + 1, name: t(`step.${each}`) })}</span>
              ) : (
                <Link href={hrefOfStep(campaignId, each)} prefetch={false}>
                  {t('stepLabel', { number: index + 1, name: t(`step.${each}`) })}
                </Link>
              )}
            </li>
          ))}
        </ol>
      </nav>
      {props.children}
    </>
  );
}
