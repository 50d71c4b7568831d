'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { NOTE_EXAMPLE } from '@/domain/checklist-lines';
import { SHEET_WORDS } from '@/domain/edition-words';
import { isRefusalCode } from '@/domain/refusal';
import { useTRPCClient } from '@/trpc/client/provider';
import { useRefusalText } from '@/trpc/client/refusal';
import { Breadcrumb } from '@/ui/breadcrumb';
import { Button } from '@/ui/button';
import { ButtonLink } from '@/ui/button-link';
import { DataTable } from '@/ui/data-table';
import { Notice } from '@/ui/notice';
import { PageHead } from '@/ui/page-head';
import type { EditionImport } from './checklist-data';

const LOOK_AGAIN_MS = 1500;

/** What an uploaded checklist holds, and the button that makes a draft of it; or each place that needs correcting. */
export function ImportScreen({ shown }: { shown: EditionImport }) {
  const t = useTranslations('checklists.import');
  const refusals = useTranslations('refusals');
  const router = useRouter();
  const { preview } = shown;
  const reading = shown.state === 'planned';
  useEffect(() => {
    if (!reading) return;
    const timer = setInterval(() => router.refresh(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [reading, router]);
  const failure = shown.failure ?? '';
  return (
    <>
      <Breadcrumb
        trail={[
          { label: t('all'), href: '/checklists' },
          { label: t('title'), href: '/checklists/import' },
          { label: shown.fileName },
        ]}
      />
      <PageHead
        title={shown.fileName}
        actions={
          <ButtonLink look="neutral" href="/checklists/import">
            {t('again')}
          </ButtonLink>
        }
      />
      {reading ? <p role="status">{t('reading')}</p> : null}
      {shown.state === 'failed' ? (
        <Notice tone="bad" live="polite" title={t('failed')}>
          <p>{isRefusalCode(failure) ? refusals(failure, shown.failureParams ?? {}) : failure}</p>
          <p>{t('notYet')}</p>
        </Notice>
      ) : null}
      {preview && preview.errorCount > 0 ? <Faults errors={preview.errors} count={preview.errorCount} /> : null}
      {preview && preview.errorCount === 0 ? <Ready shown={shown} preview={preview} /> : null}
    </>
  );
}

type Preview = NonNullable<EditionImport['preview']>;

function Faults({ errors, count }: { errors: Preview['errors']; count: number }) {
  const t = useTranslations('checklists.import');
  return (
    <>
      <Notice tone="bad" live="polite">
        <p>{t('faulty', { count })}</p>
        <p>{t('notYet')}</p>
      </Notice>
      <DataTable
        caption={t('faulty', { count })}
        className="mt16"
        rows={errors}
        rowKey={(error) => `${error.row} ${error.column} ${error.kind}`}
        columns={[
          {
            key: 'place',
            head: t('place'),
            rowHead: true,
            cell: (error) => (error.row === 0 ? error.column : t('row', { row: error.row, column: error.column })),
          },
          {
            key: 'problem',
            head: t('problem'),
            cell: (error) =>
              t(`error.${error.kind}`, {
                line: error.line,
                mark: NOTE_EXAMPLE,
                words: SHEET_WORDS[error.kind] ?? '',
              }),
          },
        ]}
      />
    </>
  );
}

function Ready({ shown, preview }: { shown: EditionImport; preview: Preview }) {
  const t = useTranslations('checklists.import');
  const client = useTRPCClient();
  const refusalText = useRefusalText();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const adopt = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const { editionId } = await client.bank.checklists.adoptImport.mutate({
        importId: shown.id,
        version: shown.version,
      });
      router.push(`/checklists/${editionId}/edit`);
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  const rest = preview.itemCount - preview.items.length;
  return (
    <>
      <Notice
        tone="ok"
        title={t('ready', { title: preview.title, count: preview.itemCount })}
        actions={
          shown.state === 'previewed' && shown.mayAdopt ? (
            <Button look="primary" busy={busy} onClick={() => void adopt()}>
              {t('adopt', { count: preview.itemCount })}
            </Button>
          ) : null
        }
      >
        <p>{shown.state === 'applied' ? t('used') : t('readyLead')}</p>
      </Notice>
      {failure === null ? null : (
        <Notice tone="bad" live="assertive">
          <p>{refusalText(failure)}</p>
        </Notice>
      )}
      <DataTable
        caption={t('items')}
        className="mt16"
        rows={preview.items}
        rowKey={(item) => item.number}
        columns={[
          { key: 'number', head: t('number'), rowHead: true, className: 'nw', cell: (item) => item.number },
          { key: 'category', head: t('category'), cell: (item) => <span lang="ja">{item.category}</span> },
          { key: 'objective', head: t('objective'), cell: (item) => <span lang="ja">{item.objective}</span> },
        ]}
      />
      {rest > 0 ? <p className="sub">{t('more', { count: rest })}</p> : null}
    </>
  );
}
