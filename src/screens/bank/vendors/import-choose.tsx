'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type SubmitEvent, useState } from 'react';
import { isRefusalCode } from '@/domain/refusal';
import { Button } from '@/ui/button';
import { FileInput } from '@/ui/file-input';
import { IconSheet } from '@/ui/icons';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';
import { ImportFormat } from './import-format';

type Sent = { importId: string } | { refusal: { code: string; params: Record<string, string | number> } };

/** Choose or drop a table and have it read; what it would do is shown on its own page. */
export function ImportChoose() {
  const t = useTranslations('vendors.import.choose');
  const refusals = useTranslations('refusals');
  const router = useRouter();
  const [file, setFile] = useState<File | null>(null);
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const send = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    setMissing(file === null);
    setFailure(null);
    if (file === null) return;
    setBusy(true);
    const sent = await post(file);
    if (sent && 'importId' in sent) {
      router.push(`/vendors/import/${sent.importId}`);
      return;
    }
    setBusy(false);
    const code = sent?.refusal.code ?? '';
    setFailure(isRefusalCode(code) ? refusals(code, sent?.refusal.params ?? {}) : t('unreachable'));
  };
  return (
    <Section id="choose" title={t('title')} className="mt24">
      <form onSubmit={(event) => void send(event)} noValidate>
        <FileInput
          label={t('label')}
          required
          hint={t('hint')}
          error={missing ? t('missing') : undefined}
          accept=".xlsx,.csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,text/csv"
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
            {t(busy ? 'sending' : 'send')}
          </Button>
        </div>
      </form>
      <ImportFormat />
    </Section>
  );
}

/** The server's word; null when there is none. */
async function post(file: File): Promise<Sent | null> {
  const body = new FormData();
  body.set('file', file);
  try {
    const response = await fetch('/api/imports', { method: 'POST', body });
    return (await response.json()) as Sent;
  } catch {
    // Offline, or an answer that is none of ours: said as one.
    return null;
  }
}
