import { useTranslations } from 'next-intl';
import { useDeferredValue } from 'react';
import type { Locale } from '@/domain/date-format';
import { unknownPlaceholder } from '@/domain/mail-texts';
import { MailFrame } from '../mails/mail-frame';
import { useMailMaker } from '../mails/use-mail-maker';
import type { CampaignDraft } from './campaign-data';

const loadSample = () => import('./sample-invitation').then(({ sampleInvitation }) => sampleInvitation);

/** The invitation as it will look with the words typed so far. Nothing while they name what mails don't know. */
export function InvitationPreview(props: { draft: CampaignDraft; language: Locale; text: string }) {
  const t = useTranslations('bank.campaigns.wizard.texts');
  const { draft, language } = props;
  const text = useDeferredValue(props.text);
  const make = useMailMaker(loadSample);
  if (unknownPlaceholder(text) !== null) return <p className="sub">{t('placeholderWrong')}</p>;
  const mail = make?.(draft, language, text);
  return (
    <div className="mail-preview">
      <p className="l">{t(`preview.${language}`)}</p>
      {mail ? (
        <>
          <p className="sub" lang={language}>
            {t('subject', { subject: mail.subject })}
          </p>
          <MailFrame title={t(`preview.${language}`)} language={language} html={mail.html} text={mail.text} />
        </>
      ) : null}
    </div>
  );
}
