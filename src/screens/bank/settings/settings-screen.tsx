'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { addressSchema } from '@/domain/address';
import { unknownPlaceholder } from '@/domain/mail-texts';
import { useTRPCClient } from '@/trpc/client/provider';
import { refusalOf, useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { PageHead } from '@/ui/page-head';
import { showToast } from '@/ui/show-toast';
import { HouseRules } from './house-rules';
import { IdentityProviderSection } from './identity-provider-section';
import { LogoSection } from './logo-section';
import { MailTextsSection } from './mail-texts-section';
import { ProfileSection } from './profile-section';
import { CLOCK } from './read-rules';
import { rebaseSettings } from './rebase-settings';
import type { IdentityView, Settings, SettingsView } from './settings-data';

/**
 * 設定: how the bank calls itself, its house rules and its words in mails. Whoever is no administrator reads it.
 * `identity`, for administrators alone: the bank's own way of signing in.
 */
export function SettingsScreen({ view, identity }: { view: SettingsView; identity: IdentityView | null }) {
  const t = useTranslations('people.settings');
  const router = useRouter();
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const [settings, setSettings] = useState<Settings>(view.settings);
  const [version, setVersion] = useState(view.version);
  const [began, setBegan] = useState<Settings>(view.settings);
  const [contested, setContested] = useState<readonly { field: keyof Settings; standing: unknown }[]>([]);
  /** Counts what came in from elsewhere: the fields then show it. */
  const [generation, setGeneration] = useState(0);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [checked, setChecked] = useState(false);
  /** Everything in the house rules could be read. */
  const [rulesWhole, setRulesWhole] = useState(true);
  const form = useRef<HTMLFormElement>(null);
  const change = (part: Partial<Settings>) => setSettings((standing) => ({ ...standing, ...part }));
  const texts = Object.values(settings.mailTexts).flatMap((text) => [text.ja, text.en]);
  const isWrong =
    settings.name.trim() === '' ||
    !CLOCK.test(settings.closingTime) ||
    !rulesWhole ||
    !addressSchema.safeParse(settings.replyAddress).success ||
    texts.some((text) => unknownPlaceholder(text) !== null);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (isWrong) {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    setBusy(true);
    setFailure(null);
    setContested([]);
    try {
      const grades = settings.grades.map((grade) => grade.trim()).filter((grade) => grade !== '');
      const saved = await client.bank.settings.save.mutate({ ...settings, grades, version });
      setVersion(saved.version);
      setBegan(settings);
      showToast(t('saved'));
      router.refresh();
    } catch (error) {
      setFailure(error);
      if (refusalOf(error)?.code === 'stale-record') await rebase().catch(setFailure);
    }
    setBusy(false);
  };
  /** Somebody else was first: what they saved is taken in around what was typed, and what both changed is named. */
  const rebase = async () => {
    const newest = await client.bank.settings.show.query({});
    const rebased = rebaseSettings(began, settings, newest.settings);
    setSettings(rebased.settings);
    setBegan(newest.settings);
    setVersion(newest.version);
    setContested(rebased.contested.map((field) => ({ field, standing: newest.settings[field] })));
    setGeneration((count) => count + 1);
    setRulesWhole(true);
  };
  return (
    <>
      <PageHead title={t('title')} below={<p className="sub">{t(view.mayChange ? 'lead' : 'leadReadOnly')}</p>} />
      <form ref={form} onSubmit={save} noValidate>
        <fieldset disabled={!view.mayChange}>
          <legend className="vh">{t('title')}</legend>
          <ProfileSection settings={settings} onChange={change} />
          <HouseRules
            key={generation}
            settings={settings}
            onChange={(part, whole) => {
              change(part);
              setRulesWhole(whole);
            }}
          />
          <MailTextsSection settings={settings} onChange={change} />
        </fieldset>
        {failure === null ? null : (
          <Notice tone="bad" live="assertive" className="mt16">
            <p>{refusalText(failure)}</p>
            {contested.length === 0 ? null : (
              <ul>
                {contested.map(({ field, standing }) => (
                  <li key={field}>
                    {t('contested', {
                      field: t(field),
                      standing: typeof standing === 'string' ? standing : JSON.stringify(standing),
                    })}
                  </li>
                ))}
              </ul>
            )}
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
      {identity === null ? null : <IdentityProviderSection view={identity} />}
    </>
  );
}
