'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { formatInstant, type Locale } from '@/domain/date-format';
import { IDENTITY_MODES } from '@/domain/identity-provider';
import { useTRPCClient } from '@/trpc/client/provider';
import { refusalOf, useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { DefinitionList } from '@/ui/definition-list';
import { Notice } from '@/ui/notice';
import { RadioCards } from '@/ui/radio-cards';
import { Section } from '@/ui/section';
import { showToast } from '@/ui/show-toast';
import { TextInput } from '@/ui/text-input';
import type { IdentityView } from './settings-data';

/**
 * シングルサインオン: the bank's own OpenID provider, for administrators. The secret is written and never shown; it is
 * asked for again when issuer or client change. After a colleague's save, what stands is named and the next save is ours.
 */
export function IdentityProviderSection({ view }: { view: IdentityView }) {
  const t = useTranslations('people.identity');
  const locale = useLocale() as Locale;
  const router = useRouter();
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const [standing, setStanding] = useState(view.provider);
  const [issuer, setIssuer] = useState(view.provider?.issuer ?? '');
  const [clientId, setClientId] = useState(view.provider?.clientId ?? '');
  const [clientSecret, setClientSecret] = useState('');
  const [mode, setMode] = useState(view.provider?.mode ?? 'optional');
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const isOther = standing?.issuer !== issuer.trim() || standing.clientId !== clientId.trim();
  const missing = {
    issuer: issuer.trim() === '',
    clientId: clientId.trim() === '',
    clientSecret: clientSecret === '' && isOther,
  };
  const missingText = (field: keyof typeof missing) => (checked && missing[field] ? t(`${field}Missing`) : undefined);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (Object.values(missing).some(Boolean)) return;
    setBusy(true);
    setFailure(null);
    try {
      const saved = await client.bank.identityProvider.save.mutate({
        issuer,
        clientId,
        clientSecret,
        mode,
        version: standing?.version ?? null,
      });
      setStanding(saved);
      setIssuer(saved.issuer);
      setClientId(saved.clientId);
      setClientSecret('');
      setChecked(false);
      showToast(t('saved'));
      router.refresh();
    } catch (error) {
      setFailure(error);
      if (refusalOf(error)?.code === 'stale-record') await lookAgain().catch(setFailure);
    }
    setBusy(false);
  };
  const lookAgain = async () => setStanding((await client.bank.identityProvider.show.query({})).provider);
  const isOvertaken = refusalOf(failure)?.code === 'stale-record' && standing !== null;
  return (
    <Section id="identity-provider" title={t('title')} className="mt32">
      <p className="read mt8">{t('lead')}</p>
      <DefinitionList
        className="mt16"
        items={[
          { key: 'bankCode', term: t('bankCode'), value: view.bankCode },
          { key: 'callbackUrl', term: t('callbackUrl'), value: <code>{view.callbackUrl}</code> },
          { key: 'signInUrl', term: t('signInUrl'), value: <code>{view.signInUrl}</code> },
          {
            key: 'proven',
            term: t('proven'),
            value: standing?.provenAt ? formatInstant(standing.provenAt, locale) : t('notProven'),
          },
        ]}
      />
      <form className="mt16" onSubmit={save} noValidate>
        <div className="nm">
          <TextInput
            label={t('issuer')}
            hint={t('issuerHint')}
            required
            type="url"
            maxLength={500}
            value={issuer}
            error={missingText('issuer')}
            onChange={(event) => setIssuer(event.target.value)}
          />
          <TextInput
            label={t('clientId')}
            required
            autoComplete="off"
            maxLength={300}
            value={clientId}
            error={missingText('clientId')}
            onChange={(event) => setClientId(event.target.value)}
          />
          <TextInput
            label={t('clientSecret')}
            hint={t(standing === null ? 'clientSecretHint' : 'clientSecretKept')}
            required={isOther}
            type="password"
            autoComplete="new-password"
            maxLength={1000}
            value={clientSecret}
            error={missingText('clientSecret')}
            onChange={(event) => setClientSecret(event.target.value)}
          />
        </div>
        <div className="mt16">
          <RadioCards
            label={t('mode')}
            value={mode}
            cards={IDENTITY_MODES.map((each) => ({
              value: each,
              label: t(`modes.${each}`),
              text: t(`modeText.${each}`),
            }))}
            onChange={setMode}
          />
        </div>
        {standing !== null && isOther ? <p className="sub mt8">{t('endsSessions')}</p> : null}
        {failure === null ? null : (
          <Notice tone="bad" live="assertive" className="mt16">
            <p>{refusalText(failure)}</p>
            {isOvertaken ? (
              <p>
                {t('standing', {
                  issuer: standing.issuer,
                  clientId: standing.clientId,
                  mode: t(`modes.${standing.mode}`),
                })}
              </p>
            ) : null}
          </Notice>
        )}
        <p className="row mt24">
          <Button look="primary" type="submit" busy={busy}>
            {t('save')}
          </Button>
        </p>
      </form>
    </Section>
  );
}
