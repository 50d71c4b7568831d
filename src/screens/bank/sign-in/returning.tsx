'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { handInAnswer } from '@/trpc/client/single-sign-on';
import { SkipLink } from '@/ui/skip-link';
import { takeNext } from './kept-next';

/** Where the bank's provider sends people back to: its answer stands in the fragment, is handed in once and goes away. */
export function Returning({ bank }: { bank: string }) {
  const t = useTranslations('entry.signIn');
  const handed = useRef(false);
  useEffect(() => {
    if (handed.current) return;
    handed.current = true;
    const fragment = window.location.hash.slice(1);
    window.history.replaceState(null, '', window.location.pathname);
    const next = takeNext();
    void handInAnswer(bank, fragment).then((answer) => {
      if (!('refused' in answer)) return window.location.replace(answer.auditor ? '/history' : (next ?? '/campaigns'));
      const back = new URLSearchParams({ bank, sso: 'failed', ...(next === null ? {} : { next }) });
      window.location.replace(`/sign-in?${back}`);
    });
  }, [bank]);
  return (
    <>
      <header className="rbar">
        <SkipLink />
        <p className="ttl grow">{t('product')}</p>
      </header>
      <main id="main" className="narrow" tabIndex={-1}>
        <h1>{t('sso.returning')}</h1>
        <p className="mt16" role="status">
          {t('sso.wait')}
        </p>
      </main>
    </>
  );
}
