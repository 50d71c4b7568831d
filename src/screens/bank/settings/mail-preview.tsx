import { useTranslations } from 'next-intl';
import { useDeferredValue, useEffect, useState } from 'react';
import type { Locale } from '@/domain/date-format';
import { type OwnTextKind, unknownPlaceholder } from '@/domain/mail-texts';
import { Disclosure } from '@/ui/disclosure';
import type { Settings } from './settings-data';

type Maker = typeof import('./sample-mail').sampleMail;

/**
 * The mail as its reader sees it: the very HTML that is sent, in a frame that runs no script, opens nothing and inherits
 * this page's policy, so that it loads nothing either; below it the plain text.
 */
export function MailPreview(props: { kind: OwnTextKind; language: Locale; settings: Settings }) {
  const t = useTranslations('people.settings');
  const { kind, language } = props;
  const settings = useDeferredValue(props.settings);
  // What makes mails is fetched only where one is looked at.
  const [make, setMake] = useState<Maker | null>(null);
  useEffect(() => {
    let wanted = true;
    void import('./sample-mail').then(({ sampleMail }) => {
      if (wanted) setMake(() => sampleMail);
    });
    return () => {
      wanted = false;
    };
  }, []);
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
          <iframe sandbox="" title={t(`previewOf.${language}`)} srcDoc={mail.html} />
          <Disclosure summary={t('plainText')}>
            <p className="read lines" lang={language}>
              {mail.text}
            </p>
          </Disclosure>
        </>
      ) : null}
    </div>
  );
}
