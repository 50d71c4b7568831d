'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { ownPath } from '@/domain/own-path';
import { useTRPCClient } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { CODE_LENGTH, CodeInput } from '@/ui/code-input';
import { Footer } from '@/ui/footer';
import { LanguageSwitch } from '@/ui/language-switch';
import { Notice } from '@/ui/notice';
import { SkipLink } from '@/ui/skip-link';
import { TextInput } from '@/ui/text-input';
import { SingleSignOn } from './single-sign-on';

interface Bank {
  tenantId: string;
  name: string;
  nameEn: string;
  roles: string[];
}

/**
 * Address, code, and the bank where there are several. `next` is where the person wanted to go, as the address says it;
 * only a path of this site is followed. `idle`: the last session ended by itself. `bank` and `sso`: the bank whose own
 * provider comes first here, and why.
 */
export function SignIn({
  next,
  idle,
  bank,
  sso,
}: {
  next: string | null;
  idle: boolean;
  bank: string | null;
  sso: 'required' | 'failed' | null;
}) {
  const t = useTranslations('entry.signIn');
  const locale = useLocale();
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const [address, setAddress] = useState('');
  const [code, setCode] = useState('');
  const [sent, setSent] = useState(false);
  const [banks, setBanks] = useState<Bank[] | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [short, setShort] = useState(false);

  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setFailure(null);
    try {
      await work();
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
  };
  // A whole load, so that nothing of the page before the sign-in stays in memory.
  const goOn = (auditor: boolean) => window.location.assign(auditor ? '/history' : (ownPath(next) ?? '/campaigns'));
  const send = () =>
    attempt(async () => {
      await client.entry.requestSignInCode.mutate({ address });
      setCode('');
      setSent(true);
    });
  const enter = () =>
    attempt(async () => {
      const signedIn = await client.entry.signIn.mutate({ code });
      if (signedIn.chosen) goOn(signedIn.auditor);
      else setBanks(signedIn.banks);
    });
  const choose = (tenantId: string) =>
    attempt(async () => goOn((await client.entry.chooseBank.mutate({ tenantId })).auditor));
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!sent) void send();
    else if (code.length < CODE_LENGTH) setShort(true);
    else void enter();
  };
  const byProvider = sent || banks ? null : <SingleSignOn bank={bank} next={next} />;
  return (
    <>
      <header className="rbar">
        <SkipLink />
        <p className="ttl grow">{t('product')}</p>
        <LanguageSwitch />
      </header>
      <main id="main" className="narrow" tabIndex={-1}>
        <h1>{banks ? t('chooseTitle') : sent ? t('codeTitle') : t('title')}</h1>
        {idle && !sent ? (
          <Notice tone="info" className="mt16">
            <p>{t('idle')}</p>
          </Notice>
        ) : null}
        {sso !== null && !sent && banks === null ? (
          <Notice tone={sso === 'failed' ? 'bad' : 'info'} className="mt16">
            <p>{t(`sso.${sso}`)}</p>
          </Notice>
        ) : null}
        {failure === null ? null : (
          <Notice tone="bad" live="assertive" className="mt16">
            <p>{refusalText(failure)}</p>
          </Notice>
        )}
        {bank === null ? null : byProvider}
        {banks ? (
          <ul className="mt24">
            {banks.map((bank) => (
              <li key={bank.tenantId}>
                <Button size="lg" busy={busy} onClick={() => void choose(bank.tenantId)}>
                  {locale === 'ja' ? bank.name : bank.nameEn}
                </Button>
              </li>
            ))}
          </ul>
        ) : (
          <form className="mt16" onSubmit={onSubmit} noValidate>
            {sent ? (
              <>
                <p className="read">{t('sent', { address })}</p>
                <div className="mt24">
                  <CodeInput
                    label={t('code')}
                    hint={t('codeHint')}
                    value={code}
                    error={short ? t('codeShort') : undefined}
                    onChange={(digits) => {
                      setCode(digits);
                      setShort(false);
                    }}
                    autoFocus
                  />
                </div>
                <p className="row mt24">
                  <Button look="primary" size="lg" type="submit" busy={busy}>
                    {t('enter')}
                  </Button>
                  <Button look="quiet" onClick={() => setSent(false)}>
                    {t('again')}
                  </Button>
                </p>
              </>
            ) : (
              <>
                <p className="read">{t('lead')}</p>
                <div className="mt24">
                  <TextInput
                    label={t('address')}
                    required
                    type="email"
                    autoComplete="email"
                    autoCapitalize="off"
                    spellCheck={false}
                    value={address}
                    onChange={(event) => setAddress(event.target.value)}
                  />
                </div>
                <p className="mt24">
                  <Button look={bank === null ? 'primary' : 'neutral'} size="lg" type="submit" busy={busy}>
                    {t('send')}
                  </Button>
                </p>
                <p className="mt24">{t('respondents')}</p>
              </>
            )}
          </form>
        )}
        {bank === null ? byProvider : null}
        <Footer />
      </main>
    </>
  );
}
