'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { unknownPlaceholder } from '@/domain/mail-texts';
import { useTRPCClient } from '@/trpc/client/provider';
import { refusalOf, useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { PageHead } from '@/ui/page-head';
import { showToast } from '@/ui/show-toast';
import { HouseRules } from './house-rules';
import { LogoSection } from './logo-section';
import { MailTextsSection } from './mail-texts-section';
import { ProfileSection } from './profile-section';
import type { Settings, SettingsView } from './settings-data';

/** 設定: how the bank calls itself, its house rules and its words in mails. Whoever is no administrator reads it. */
export function SettingsScreen({ view }: { view: SettingsView }) {
  const t = useTranslations('people.settings');
  const router = useRouter();
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const [settings, setSettings] = useState<Settings>(view.settings);
  const [version, setVersion] = useState(view.version);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [checked, setChecked] = useState(false);
  const change = (part: Partial<Settings>) => setSettings((standing) => ({ ...standing, ...part }));
  const texts = Object.values(settings.mailTexts).flatMap((text) => [text.ja, text.en]);
  const isWrong = settings.name.trim() === '' || texts.some((text) => unknownPlaceholder(text) !== null);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (isWrong) return;
    setBusy(true);
    setFailure(null);
    try {
      const grades = settings.grades.map((grade) => grade.trim()).filter((grade) => grade !== '');
      const saved = await client.bank.settings.save.mutate({ ...settings, grades, version });
      setVersion(saved.version);
      showToast(t('saved'));
      router.refresh();
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
  };
  /** What a colleague saved meanwhile takes the place of what was loaded; what was typed is compared by eye first. */
  const takeOver = async () => {
    const newest = await client.bank.settings.show.query({});
    setVersion(newest.version);
    setFailure(null);
    showToast(t('nowBasedOnNewest'));
  };
  return (
    <>
      <PageHead title={t('title')} below={<p className="sub">{t(view.mayChange ? 'lead' : 'leadReadOnly')}</p>} />
      <form onSubmit={save} noValidate>
        <fieldset disabled={!view.mayChange}>
          <legend className="vh">{t('title')}</legend>
          <ProfileSection settings={settings} checked={checked} onChange={change} />
          <HouseRules settings={settings} onChange={change} />
          <MailTextsSection settings={settings} onChange={change} />
        </fieldset>
        {failure === null ? null : (
          <Notice tone="bad" live="assertive" className="mt16">
            <p>{refusalText(failure)}</p>
            {refusalOf(failure)?.code === 'stale-record' ? (
              <Button onClick={() => void takeOver()}>{t('saveOverNewest')}</Button>
            ) : null}
          </Notice>
        )}
        {checked && isWrong ? (
          <Notice tone="bad" live="assertive" className="mt16">
            <p>{t('someWrong')}</p>
          </Notice>
        ) : null}
        {view.mayChange ? (
          <p className="row mt24">
            <Button look="primary" type="submit" busy={busy}>
              {t('save')}
            </Button>
          </p>
        ) : null}
      </form>
      <LogoSection logo={view.logo} version={version} mayChange={view.mayChange} onSaved={setVersion} />
    </>
  );
}
