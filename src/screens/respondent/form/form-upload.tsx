'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { isRefusalCode, type RefusalCode } from '@/domain/refusal';
import { Button } from '@/ui/button';
import { FileInput } from '@/ui/file-input';
import { IconSheet } from '@/ui/icons';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';

interface Sent {
  uploadId?: string;
  refusal?: { code: string; params: Record<string, string | number> };
}

/** The way back in for a form that was filled in; nothing of it is written before the comparison was seen. */
export function FormUpload({ assessmentId, again }: { assessmentId: string; again: boolean }) {
  const t = useTranslations('respondent.form');
  const refusals = useTranslations('refusals');
  const ui = useTranslations('ui');
  const router = useRouter();
  const [file, setFile] = useState<File | null>(null);
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setMissing(file === null);
    if (file === null) return;
    setBusy(true);
    setFailure(null);
    const sent = await post(assessmentId, file);
    if (sent?.uploadId !== undefined) {
      setFile(null);
      setRound(round + 1);
      router.refresh();
    } else {
      const code = sent?.refusal?.code;
      setFailure(
        code !== undefined && isRefusalCode(code)
          ? refusals(code as RefusalCode, sent?.refusal?.params ?? {})
          : ui('failure.unreachable'),
      );
    }
    setBusy(false);
  };
  return (
    <Section id="bring" title={again ? t('bringAgain') : t('bring')} className="mt32">
      <p className="read">{t('bringText')}</p>
      <form onSubmit={send} noValidate className="mt8">
        <FileInput
          key={round}
          label={t('file')}
          required
          accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          error={missing ? t('fileMissing') : undefined}
          onChange={(chosen) => {
            setFile(chosen);
            setMissing(false);
            setFailure(null);
          }}
        />
        {failure === null ? null : (
          <Notice tone="bad" live="assertive" className="mt16" title={t('notRead')}>
            <p>{failure}</p>
          </Notice>
        )}
        <p className="row mt16">
          <Button type="submit" look={again ? 'neutral' : 'primary'} icon={<IconSheet />} busy={busy}>
            {t('compare')}
          </Button>
        </p>
      </form>
    </Section>
  );
}

/** The server's word; null when there is none. */
async function post(assessmentId: string, file: File): Promise<Sent | null> {
  const body = new globalThis.FormData();
  body.set('file', file);
  try {
    const response = await fetch(`/api/assessments/${assessmentId}/filled-forms`, { method: 'POST', body });
    return (await response.json()) as Sent;
  } catch {
    // Offline, or an answer that is none of ours: said as one.
    return null;
  }
}
