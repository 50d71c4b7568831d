'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { refusalOf, useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { IconMail } from '@/ui/icons';
import { Notice } from '@/ui/notice';
import { TextInput } from '@/ui/text-input';
import { NewLink } from './new-link';

/**
 * Asks for the address to which the invitation came. What comes after is the same for known and unknown addresses. Under
 * a link that opens nothing, another can be asked for first.
 */
export function AddressStep(props: {
  /** Why the link or the last session can't be used. */
  before: unknown;
  /** The token of a link that opens nothing; null where there was none. */
  deadLink: string | null;
  busy: boolean;
  failure: unknown;
  onSend: (address: string) => void;
}) {
  const t = useTranslations('entry.respond.address');
  const refusalText = useRefusalText();
  const [address, setAddress] = useState('');
  const [missing, setMissing] = useState(false);
  const code = refusalOf(props.failure)?.code;
  const mistyped = code === 'input-invalid' || code === 'address-invalid';
  const send = (event: FormEvent) => {
    event.preventDefault();
    setMissing(address.trim() === '');
    if (address.trim() !== '') props.onSend(address);
  };
  return (
    <>
      <h1>{props.deadLink === null ? t('title') : t('deadTitle')}</h1>
      {props.before === null ? null : (
        <Notice
          tone={refusalOf(props.before)?.code === 'session-idle' ? 'info' : 'warn'}
          live="polite"
          className="mt16"
        >
          <p>{refusalText(props.before)}</p>
        </Notice>
      )}
      {props.deadLink === null ? null : <NewLink token={props.deadLink} />}
      {props.deadLink === null ? null : <h2 className="mt32">{t('orAddress')}</h2>}
      <p className="read mt12">{t('text')}</p>
      {props.failure === null || mistyped ? null : (
        <Notice tone="bad" live="assertive" className="mt16">
          <p>{refusalText(props.failure)}</p>
        </Notice>
      )}
      <form className="mt24" onSubmit={send} noValidate>
        <TextInput
          label={t('label')}
          required
          type="email"
          autoComplete="email"
          autoCapitalize="off"
          spellCheck={false}
          value={address}
          error={missing ? t('missing') : mistyped ? t('mistyped') : undefined}
          onChange={(event) => {
            setAddress(event.target.value);
            setMissing(false);
          }}
        />
        <p className="mt24">
          <Button look="primary" size="lg" type="submit" icon={<IconMail />} busy={props.busy}>
            {props.busy ? t('sending') : t('send')}
          </Button>
        </p>
      </form>
      {props.deadLink === null ? <p className="mt12">{t('orLink')}</p> : null}
    </>
  );
}
