'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPCClient } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { IconLink } from '@/ui/icons';
import { Notice } from '@/ui/notice';
import { useAttempt } from './use-attempt';

/** One press under a link that opens nothing: the bank is told. What is said then is the same for every such link. */
export function NewLink({ token }: { token: string }) {
  const t = useTranslations('entry.respond.newLink');
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const { busy, failure, run } = useAttempt();
  const [asked, setAsked] = useState(false);
  const ask = async () => {
    if (await run(() => client.entry.requestNewLink.mutate({ token }))) setAsked(true);
  };
  return (
    <section className="mt24" aria-labelledby="new-link">
      <h2 id="new-link">{t('title')}</h2>
      <p className="read mt4">{t('text')}</p>
      {failure === null ? null : (
        <Notice tone="bad" live="assertive" className="mt16">
          <p>{refusalText(failure)}</p>
        </Notice>
      )}
      <p className="mt16">
        <Button
          look="primary"
          size="lg"
          icon={<IconLink />}
          busy={busy}
          aria-disabled={asked}
          onClick={() => {
            if (!asked) void ask();
          }}
        >
          {busy ? t('asking') : t('ask')}
        </Button>
      </p>
      <div role="status">
        {asked ? (
          <Notice tone="info" className="mt16" title={t('asked')}>
            <p>{t('askedText')}</p>
          </Notice>
        ) : null}
      </div>
    </section>
  );
}
