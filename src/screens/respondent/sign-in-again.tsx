'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useTRPCClient } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { CodeInput } from '@/ui/code-input';
import { Dialog } from '@/ui/dialog';
import { Notice } from '@/ui/notice';
import { TextInput } from '@/ui/text-input';

/** Asks for a code over the page when the session has ended; what was typed stays below and is saved afterwards. */
export function SignInAgain(props: {
  open: boolean;
  /** Who the person said they are; said again for the new session. */
  me: { name: string; department: string };
  onSignedIn: () => void;
}) {
  const t = useTranslations('respondent.signInAgain');
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const [address, setAddress] = useState('');
  const [code, setCode] = useState('');
  const [sent, setSent] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setFailure(null);
    try {
      await work();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const send = () =>
    attempt(async () => {
      await client.entry.requestRespondentCode.mutate({ address });
      setCode('');
      setSent(true);
    });
  const enter = () =>
    attempt(async () => {
      await client.entry.respondentSignIn.mutate({ code });
      await client.entry.introduce.mutate(props.me);
      setSent(false);
      setCode('');
      props.onSignedIn();
    });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void (sent ? enter() : send());
  };
  return (
    <Dialog
      open={props.open}
      onClose={() => undefined}
      mustAnswer
      title={t('title')}
      description={t('description')}
      end={
        <>
          {sent ? (
            <Button look="quiet" busy={busy} onClick={() => void send()}>
              {t('resend')}
            </Button>
          ) : null}
          <Button look="primary" type="submit" form="sign-in-again" busy={busy}>
            {sent ? t('enter') : t('send')}
          </Button>
        </>
      }
    >
      <form id="sign-in-again" onSubmit={onSubmit}>
        {failure === null ? null : (
          <Notice tone="bad" live="assertive">
            <p>{refusalText(failure)}</p>
          </Notice>
        )}
        {sent ? (
          <CodeInput label={t('code')} hint={t('codeHint')} value={code} onChange={setCode} autoFocus />
        ) : (
          <TextInput
            label={t('address')}
            required
            type="email"
            autoComplete="email"
            value={address}
            onChange={(event) => setAddress(event.target.value)}
          />
        )}
      </form>
    </Dialog>
  );
}
