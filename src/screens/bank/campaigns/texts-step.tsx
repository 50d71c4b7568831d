'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { MAX_MAIL_TEXT_LENGTH } from '@/domain/mail-texts';
import { Section } from '@/ui/section';
import { TextArea } from '@/ui/text-area';
import type { CampaignDraft } from './campaign-data';
import { InvitationPreview } from './invitation-preview';
import { StepEnd } from './step-end';
import { useDraftSave } from './use-draft-save';
import { WizardFrame } from './wizard-frame';
import { hrefOfStep } from './wizard-steps';

const LANGUAGES = ['ja', 'en'] as const;

/** The bank's words in this campaign's invitation, with how the mail begins. */
export function TextsStep({ draft }: { draft: CampaignDraft }) {
  const t = useTranslations('bank.campaigns.wizard');
  const { campaignId, invitationTexts } = draft;
  const [texts, setTexts] = useState(invitationTexts);
  const { save, busy, failure, stale } = useDraftSave(draft);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save({ invitationTexts: texts }, hrefOfStep(campaignId, 'plan'));
  };
  return (
    <WizardFrame campaignId={campaignId} name={draft.name} step="texts" title={t('title.texts')} lead={t('lead.texts')}>
      <form onSubmit={submit} noValidate>
        {LANGUAGES.map((language) => (
          <Section key={language} id={`text-${language}`} title={t(`texts.${language}`)} className="mt24">
            <div className="nm">
              <TextArea
                label={t(`texts.own.${language}`)}
                hint={t('texts.hint')}
                lang={language}
                rows={5}
                maxLength={MAX_MAIL_TEXT_LENGTH}
                value={texts[language]}
                onChange={(event) => setTexts({ ...texts, [language]: event.target.value })}
              />
              <InvitationPreview draft={draft} language={language} text={texts[language]} />
            </div>
          </Section>
        ))}
        <StepEnd
          back={{ href: hrefOfStep(campaignId, 'dates'), label: t('back') }}
          onwards={t('next.plan')}
          busy={busy}
          failure={failure}
          wrong={false}
          standing={
            stale
              ? LANGUAGES.map((language) => ({
                  key: language,
                  term: t(`texts.own.${language}`),
                  value: <span lang={language}>{invitationTexts[language] || t('texts.usual')}</span>,
                }))
              : null
          }
        />
      </form>
    </WizardFrame>
  );
}
