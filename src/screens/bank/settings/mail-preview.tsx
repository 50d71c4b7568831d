import { useTranslations } from 'next-intl';
import { useDeferredValue } from 'react';
import type { Locale } from '@/domain/date-format';
import { type OwnTextKind, unknownPlaceholder } from '@/domain/mail-texts';
import { MailFrame } from '../mails/mail-frame';
import { useMailMaker } from '../mails/use-mail-maker';
import type { Settings } from './settings-data';

const loadSample = () => import('./sample-mail').then(({ sampleMail }) => sampleMail);

/** The bank's words for one kind in the mail as it will look. Nothing while they name what mails don't know. */
export function MailPreview(props: { kind: OwnTextKind; language: Locale; settings: Settings }) {
  const t = useTranslations('people.settings');
  const { kind, language } = props;
  const settings = useDeferredValue(props.settings);
  const make = useMailMaker(loadSample);
  if (unknownPlaceholder(settings.mailTexts[kind]?.[language] ?? '') !== null) return null;
  const mail = make?.(kind, language, settings);
  return (
    <div className="mail-preview mt8">
      <p className="l">{t(`previewOf.${language}`)}</p>
      {mail ? (
        <>
          <p className="sub" lang={language}>
            {t('subject', { subject: mail.subject })}
          </p>
          <MailFrame title={t(`previewOf.${language}`)} language={language} html={mail.html} text={mail.text} />
        </>
      ) : null}
    </div>
  );
}
