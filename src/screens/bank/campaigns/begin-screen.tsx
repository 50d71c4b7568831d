'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useTRPCClient } from '@/trpc/client/provider';
import { type Basics, BasicsFields, basicsWrong } from './basics-fields';
import type { Preparation } from './campaign-data';
import { StepEnd } from './step-end';
import { WizardFrame } from './wizard-frame';
import { hrefOfStep } from './wizard-steps';

/** 実施回を準備する: begins a preparation that can be left and found again. Nothing is sent. */
export function BeginScreen({ preparation }: { preparation: Preparation }) {
  const t = useTranslations('bank.campaigns.form');
  const router = useRouter();
  const client = useTRPCClient();
  const { defaults, editions } = preparation;
  const [basics, setBasics] = useState<Basics>({
    name: t('proposedName', { year: String(defaults.fiscalYear) }),
    fiscalYear: defaults.fiscalYear,
    referenceDate: defaults.today,
    editionId: editions[0]?.id ?? '',
  });
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const wrong = Object.values(basicsWrong(basics)).includes(true);
  const begin = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (wrong) return;
    setBusy(true);
    setFailure(null);
    try {
      const { dueDate, reminderDays, overdueDays } = defaults;
      const { campaignId } = await client.bank.campaigns.create.mutate({
        ...basics,
        serviceIds: [],
        dueDate,
        reminderDays,
        overdueDays,
      });
      router.push(hrefOfStep(campaignId, 'items'));
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <WizardFrame campaignId={null} name={t('title')} step="basics" title={t('title')} lead={t('lead')}>
      <form onSubmit={begin} noValidate>
        <BasicsFields
          value={basics}
          onChange={setBasics}
          editions={editions}
          thisYear={defaults.fiscalYear}
          today={defaults.today}
          checked={checked}
        />
        <StepEnd
          back={{ href: '/campaigns', label: t('cancel') }}
          onwards={t('begin')}
          busy={busy}
          failure={failure}
          wrong={checked && wrong}
          standing={null}
        />
      </form>
    </WizardFrame>
  );
}
