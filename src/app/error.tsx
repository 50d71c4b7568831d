'use client';
import { useTranslations } from 'next-intl';
import { Button } from '@/ui/button';
import { IconRefresh } from '@/ui/icons';
import { Notice } from '@/ui/notice';

/** A page failed while it was drawn. The digest is the number under which the server logged why. */
export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations('ui');
  return (
    <main className="narrow" id="main">
      <h1>{t('failure.title')}</h1>
      <Notice tone="bad" live="assertive" className="mt16">
        <p>{t('failure.text')}</p>
        {error.digest ? <p className="sub mt8">{t('table.reference', { number: error.digest })}</p> : null}
      </Notice>
      <p className="mt24">
        <Button look="primary" icon={<IconRefresh />} onClick={reset}>
          {t('failure.retry')}
        </Button>
      </p>
    </main>
  );
}
