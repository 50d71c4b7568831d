'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { formatInstant, type Locale } from '@/domain/date-format';
import { isRefusalCode } from '@/domain/refusal';
import { Breadcrumb } from '@/ui/breadcrumb';
import { ButtonLink } from '@/ui/button-link';
import { Notice } from '@/ui/notice';
import { PageHead } from '@/ui/page-head';
import { ImportConfirm } from './import-confirm';
import type { ImportView, Shown } from './import-data';
import { ImportLines } from './import-lines';
import { ImportMark } from './import-mark';

const LOOK_AGAIN_MS = 2000;

/** One import: how far it is, what it would do, yes or no, and what came of it. */
export function ImportViewScreen(props: { view: ImportView; show: Shown; page: number; mayImport: boolean }) {
  const { view, show, page, mayImport } = props;
  const t = useTranslations('vendors.import');
  const locale = useLocale() as Locale;
  const { preview } = view;
  useLookAgain(view.state === 'planned' || view.state === 'confirmed');
  return (
    <>
      <Breadcrumb
        trail={[
          { label: t('vendors'), href: '/vendors' },
          { label: t('title'), href: '/vendors/import' },
          { label: view.fileName },
        ]}
      />
      <PageHead
        title={view.fileName}
        state={<ImportMark state={view.state} />}
        below={
          <p className="sub">
            {t('show.received', { at: formatInstant(view.requestedAt, locale), name: view.requestedBy })}
          </p>
        }
      />
      <StateNotice view={view} />
      {preview && preview.unknownHeads.length > 0 ? (
        <Notice tone="warn" className="mt16">
          <p>{t('show.unknownHeads', { heads: preview.unknownHeads.join(locale === 'ja' ? '、' : ', ') })}</p>
        </Notice>
      ) : null}
      {preview && view.state === 'previewed' ? (
        <ImportConfirm key={view.version} view={view} counts={preview.counts} mayImport={mayImport} />
      ) : null}
      {preview ? <ImportLines importId={view.id} preview={preview} show={show} page={page} /> : null}
    </>
  );
}

/** Reads the page anew while the worker is at it. */
function useLookAgain(waiting: boolean) {
  const router = useRouter();
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => router.refresh(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [waiting, router]);
}

function StateNotice({ view }: { view: ImportView }) {
  const t = useTranslations('vendors.import.show');
  const refusals = useTranslations('refusals');
  const locale = useLocale() as Locale;
  const counts = view.preview?.counts;
  const why = view.failure && isRefusalCode(view.failure) ? refusals(view.failure, view.failureParams ?? {}) : null;
  const another = <ButtonLink href="/vendors/import">{t('another')}</ButtonLink>;
  switch (view.state) {
    case 'planned':
      return <Notice tone="info" live="polite" className="mt16" title={t('reading')} />;
    case 'confirmed':
      return (
        <Notice
          tone="info"
          live="polite"
          className="mt16"
          title={t('applying', { rows: (counts?.new ?? 0) + (counts?.changed ?? 0) })}
        />
      );
    case 'previewed':
      return why === null ? null : (
        <Notice tone="warn" live="polite" className="mt16" title={t('changedTitle')}>
          <p>{why}</p>
        </Notice>
      );
    case 'failed':
      return (
        <Notice tone="bad" live="polite" className="mt16" title={t('failedTitle')} actions={another}>
          <p>{why}</p>
          <p>{t('nothingWritten')}</p>
        </Notice>
      );
    case 'discarded':
      return (
        <Notice tone="info" live="polite" className="mt16" title={t('discardedTitle')} actions={another}>
          <p>{t('nothingWritten')}</p>
        </Notice>
      );
    case 'applied':
      return (
        <Notice
          tone="ok"
          live="polite"
          className="mt16"
          title={t('appliedTitle')}
          actions={<ButtonLink href="/vendors">{t('toRegister')}</ButtonLink>}
        >
          <p>
            {t('appliedText', {
              at: view.confirmedAt ? formatInstant(view.confirmedAt, locale) : '',
              name: view.confirmedBy ?? '',
              new: counts?.new ?? 0,
              changed: counts?.changed ?? 0,
            })}
          </p>
          {counts && counts.faulty > 0 ? <p>{t('leftOut', { count: counts.faulty })}</p> : null}
        </Notice>
      );
  }
}
