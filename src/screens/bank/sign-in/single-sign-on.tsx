'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { askForProvider } from '@/trpc/client/single-sign-on';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';
import { TextInput } from '@/ui/text-input';
import { keepNext } from './kept-next';

/**
 * 金融機関のシングルサインオン: the bank's code, then its own provider's page. `bank`: the code, when a link named it; then
 * this is the way in, and the page shows it first.
 */
export function SingleSignOn({ bank, next }: { bank: string | null; next: string | null }) {
  const t = useTranslations('entry.signIn.sso');
  const refusals = useTranslations('refusals');
  const ui = useTranslations('ui');
  const [code, setCode] = useState(bank ?? '');
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const go = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (code.trim() === '') return;
    setBusy(true);
    setFailure(null);
    const answer = await askForProvider(code.trim());
    if ('refused' in answer) {
      setFailure(answer.refused === 'unreachable' ? ui('failure.unreachable') : refusals(answer.refused));
      setBusy(false);
      return;
    }
    keepNext(next);
    window.location.assign(answer.url);
  };
  return (
    <Section id="single-sign-on" title={t('title')} className="mt32">
      {failure === null ? null : (
        <Notice tone="bad" live="assertive" className="mt16">
          <p>{failure}</p>
        </Notice>
      )}
      <form className="mt16" onSubmit={go} noValidate>
        <TextInput
          label={t('code')}
          hint={t('codeHint')}
          required
          autoCapitalize="off"
          autoComplete="organization"
          spellCheck={false}
          maxLength={60}
          value={code}
          error={checked && code.trim() === '' ? t('codeMissing') : undefined}
          onChange={(event) => setCode(event.target.value)}
        />
        <p className="mt24">
          <Button look={bank === null ? 'neutral' : 'primary'} size="lg" type="submit" busy={busy}>
            {t('go')}
          </Button>
        </p>
      </form>
    </Section>
  );
}
