import { useTranslations } from 'next-intl';
import { useState } from 'react';
import {
  MAIL_PLACEHOLDERS,
  MAX_MAIL_TEXT_LENGTH,
  OWN_TEXT_KINDS,
  type OwnTextKind,
  unknownPlaceholder,
} from '@/domain/mail-texts';
import { Section } from '@/ui/section';
import { Select } from '@/ui/select';
import { TextArea } from '@/ui/text-area';
import { MailPreview } from './mail-preview';
import type { Settings } from './settings-data';

/** The bank's own words in its mails, with what a vendor would read. Blank keeps the product's usual words. */
export function MailTextsSection(props: { settings: Settings; onChange: (part: Partial<Settings>) => void }) {
  const { settings, onChange } = props;
  const t = useTranslations('people.settings');
  const kinds = useTranslations('states.mailKind');
  const [kind, setKind] = useState<OwnTextKind>('invitation');
  const standing = settings.mailTexts[kind] ?? { ja: '', en: '' };
  const change = (language: 'ja' | 'en', text: string) =>
    onChange({ mailTexts: { ...settings.mailTexts, [kind]: { ...standing, [language]: text } } });
  return (
    <Section id="mail-texts" title={t('mailTexts')} className="mt24">
      <p className="mt8">{t('mailTextsLead')}</p>
      <p className="sub">{t('placeholders', { list: MAIL_PLACEHOLDERS.map((name) => `{${name}}`).join(' ') })}</p>
      <Select
        label={t('mailKind')}
        value={kind}
        options={OWN_TEXT_KINDS.map((each) => ({ value: each, label: kinds(each) }))}
        onChange={(event) => setKind(OWN_TEXT_KINDS.find((each) => each === event.target.value) ?? 'invitation')}
      />
      <div className="nm">
        {(['ja', 'en'] as const).map((language) => {
          const wrong = unknownPlaceholder(standing[language]);
          return (
            <div key={language}>
              <TextArea
                label={t(`text.${language}`)}
                rows={5}
                maxLength={MAX_MAIL_TEXT_LENGTH}
                value={standing[language]}
                error={wrong === null ? undefined : t('placeholderWrong', { name: wrong })}
                onChange={(event) => change(language, event.target.value)}
              />
              {standing[language].trim() === '' ? <p className="sub mt8">{t('usualWords')}</p> : null}
              <MailPreview kind={kind} language={language} settings={settings} />
            </div>
          );
        })}
      </div>
    </Section>
  );
}
