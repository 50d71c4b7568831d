'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { refusalOf, useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { CODE_LENGTH, CodeInput } from '@/ui/code-input';
import { LiveRegion } from '@/ui/live-region';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';
import { ResendButton } from './resend-button';

/** Six digits from the mail. A spent code (old, used up) lets the person ask for another at once. */
export function CodeStep(props: {
  /** Masked with a link, as typed without one. */
  address: string;
  /** With a link the address is known to be invited; a typed one gets the same words whether it is or not. */
  invited: boolean;
  /** How many codes were sent: each starts the wait anew. */
  sent: number;
  busy: boolean;
  failure: unknown;
  resend: { busy: boolean; failure: unknown };
  onEnter: (code: string) => void;
  onResend: () => void;
  onOtherAddress: () => void;
}) {
  const t = useTranslations('entry.respond.code');
  const refusalText = useRefusalText();
  const field = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState('');
  const [short, setShort] = useState(false);
  const refused = refusalOf(props.failure)?.code;
  const aboutCode = refused === 'code-wrong' || refused === 'code-expired' || refused === 'code-used-up';
  const spent = refused === 'code-expired' || refused === 'code-used-up';
  const error = short ? t('short') : aboutCode ? refusalText(props.failure) : undefined;
  // The field waits for digits when the step opens; after another code or a refusal they replace the old ones.
  useEffect(() => {
    if (props.sent > 0) field.current?.select();
  }, [props.sent]);
  useEffect(() => {
    if (props.failure !== null) field.current?.select();
  }, [props.failure]);
  const sentAgain = props.sent > 1 && props.resend.failure === null;
  const enter = (event: FormEvent) => {
    event.preventDefault();
    setShort(code.length < CODE_LENGTH);
    if (code.length < CODE_LENGTH) field.current?.focus();
    else props.onEnter(code);
  };
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="read mt12">
        {t.rich(props.invited ? 'sentTo' : 'sentIfInvited', {
          address: props.address,
          b: (chunks) => <b>{chunks}</b>,
        })}
      </p>
      <LiveRegion manner="assertive" text={error ?? ''} />
      {props.failure === null || aboutCode ? null : (
        <Notice tone="bad" live="assertive" className="mt16">
          <p>{refusalText(props.failure)}</p>
        </Notice>
      )}
      <form className="mt24" onSubmit={enter} noValidate>
        <CodeInput
          ref={field}
          label={t('label')}
          hint={t('hint')}
          value={code}
          onChange={(digits) => {
            setCode(digits);
            setShort(false);
          }}
          error={error}
        />
        <p className="mt24">
          <Button look="primary" size="lg" type="submit" busy={props.busy}>
            {props.busy ? t('entering') : t('enter')}
          </Button>
        </p>
      </form>
      <Section id="no-mail" title={t('noMailTitle')} className="mt32">
        <ul className="read mt8 bl">
          <li>{t('noMailSpam')}</li>
          <li>{t('noMailBrowser')}</li>
          {props.invited ? null : <li>{t('noMailAddress')}</li>}
        </ul>
        {props.resend.failure === null ? null : (
          <Notice tone="bad" live="assertive" className="mt12">
            <p>{refusalText(props.resend.failure)}</p>
          </Notice>
        )}
        <div className="row mt12">
          <ResendButton key={props.sent} busy={props.resend.busy} atOnce={spent} onResend={props.onResend} />
          {props.invited ? null : (
            <Button look="neutral" onClick={props.onOtherAddress}>
              {t('otherAddress')}
            </Button>
          )}
        </div>
        <p role="status" className="mt8">
          {sentAgain ? t('sentAgain') : null}
        </p>
      </Section>
    </>
  );
}
