'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { isRefusalCode } from '@/domain/refusal';
import { Breadcrumb } from '@/ui/breadcrumb';
import { Button } from '@/ui/button';
import { FileInput } from '@/ui/file-input';
import { IconSheet } from '@/ui/icons';
import { Notice } from '@/ui/notice';
import { PageHead } from '@/ui/page-head';

type Sent = { importId: string } | { refusal: { code: string; params: Record<string, string | number> } };

/** Choose a file and have it read; what it holds is shown on its own page before anything is made of it. */
export function ImportChoose({ mayImport }: { mayImport: boolean }) {
  const t = useTranslations('checklists.import');
  const refusals = useTranslations('refusals');
  const ui = useTranslations('ui.failure');
  const router = useRouter();
  const [file, setFile] = useState<File | null>(null);
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setMissing(file === null);
    setFailure(null);
    if (file === null) return;
    setBusy(true);
    const sent = await post(file);
    if (sent && 'importId' in sent) {
      router.push(`/checklists/import/${sent.importId}`);
      return;
    }
    setBusy(false);
    const code = sent?.refusal.code ?? '';
    setFailure(isRefusalCode(code) ? refusals(code, sent?.refusal.params ?? {}) : ui('unreachable'));
  };
  return (
    <>
      <Breadcrumb trail={[{ label: t('all'), href: '/checklists' }, { label: t('title') }]} />
      <PageHead title={t('title')} below={<p className="sub">{t('lead')}</p>} />
      {mayImport ? (
        <form onSubmit={(event) => void send(event)} noValidate>
          <FileInput
            label={t('file')}
            required
            hint={t('fileHint')}
            error={missing ? t('noFile') : undefined}
            accept=".xlsx,.json,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,application/json"
            onChange={(chosen) => {
              setFile(chosen);
              setMissing(false);
            }}
          />
          {failure === null ? null : (
            <Notice tone="bad" live="assertive" className="mt16">
              <p>{failure}</p>
            </Notice>
          )}
          <div className="row mt16">
            <Button type="submit" look="primary" icon={<IconSheet />} busy={busy}>
              {t('read')}
            </Button>
          </div>
        </form>
      ) : (
        <p className="read">{refusals('not-permitted')}</p>
      )}
    </>
  );
}

/** The server's word; null when there is none. */
async function post(file: File): Promise<Sent | null> {
  const body = new FormData();
  body.set('file', file);
  try {
    const response = await fetch('/api/imports?kind=checklist', { method: 'POST', body });
    return (await response.json()) as Sent;
  } catch {
    // Offline, or an answer that is none of ours: said as one.
    return null;
  }
}
