'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { formatDate, formatFiscalYear, type Locale } from '@/domain/date-format';
import { fiscalYearOf } from '@/domain/deadline';
import { type Basics, BasicsFields, basicsWrong } from './basics-fields';
import type { CampaignDraft } from './campaign-data';
import { StepEnd } from './step-end';
import { useDraftSave } from './use-draft-save';
import { WizardFrame } from './wizard-frame';
import { hrefOfStep } from './wizard-steps';

/** Name, year, reference date and checklist of a preparation. */
export function BasicsStep({ draft }: { draft: CampaignDraft }) {
  const t = useTranslations('bank.campaigns.wizard');
  const words = useTranslations('bank.campaigns.form');
  const locale = useLocale() as Locale;
  const { name, fiscalYear, referenceDate, editionId, editions, campaignId } = draft;
  const [basics, setBasics] = useState<Basics>({ name, fiscalYear, referenceDate, editionId });
  const [checked, setChecked] = useState(false);
  const { save, busy, failure, stale } = useDraftSave(draft);
  const wrong = Object.values(basicsWrong(basics)).includes(true);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!wrong) void save({ ...basics }, hrefOfStep(campaignId, 'items'));
  };
  return (
    <WizardFrame campaignId={campaignId} name={name} step="basics" title={t('title.basics')} lead={t('lead.basics')}>
      <form onSubmit={submit} noValidate>
        <BasicsFields
          value={basics}
          onChange={setBasics}
          editions={editions}
          thisYear={fiscalYearOf(draft.today)}
          today={draft.today}
          checked={checked}
        />
        <StepEnd
          back={{ href: '/campaigns', label: t('leave') }}
          onwards={t('next.items')}
          busy={busy}
          failure={failure}
          wrong={checked && wrong}
          standing={
            stale
              ? [
                  { key: 'name', term: words('name'), value: name },
                  { key: 'year', term: words('fiscalYear'), value: formatFiscalYear(fiscalYear, locale) },
                  { key: 'reference', term: words('referenceDate'), value: formatDate(referenceDate, locale) },
                  {
                    key: 'edition',
                    term: words('edition'),
                    value: editions.find((edition) => edition.id === editionId)?.title ?? '',
                  },
                ]
              : null
          }
        />
      </form>
    </WizardFrame>
  );
}
