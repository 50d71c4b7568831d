'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { type ClientRefusal, refusalIn } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { FileInput } from '@/ui/file-input';
import { IconSheet } from '@/ui/icons';
import { Section } from '@/ui/section';
import { UploadRefusal } from './upload-refusal';

interface Failure {
  fileName: string;
  /** Null when no word came back: offline. */
  refusal: ClientRefusal | null;
}

/** The way back in for a form that was filled in; nothing of it is written before the comparison was seen. */
export function FormUpload(props: { assessmentId: string; again: boolean; onRefused: () => void; onSent: () => void }) {
  const t = useTranslations('respondent.form');
  const router = useRouter();
  const [file, setFile] = useState<File | null>(null);
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [round, setRound] = useState(0);
  const said = useRef<HTMLDivElement>(null);
  const { assessmentId, again } = props;
  useEffect(() => {
    if (failure !== null) said.current?.focus();
  }, [failure]);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setMissing(file === null);
    if (file === null) return;
    setBusy(true);
    setFailure(null);
    const sent = await post(assessmentId, file);
    setBusy(false);
    const refusal = refusalIn(sent);
    if (sent?.uploadId === undefined) setFailure({ fileName: file.name, refusal });
    // Nobody answered: the same file can be sent again.
    if (sent?.uploadId === undefined && refusal === null) return;
    // A file that is put right is chosen again: a browser won't send one that changed on its disk.
    setFile(null);
    setRound(round + 1);
    if (refusal !== null) props.onRefused();
    else {
      props.onSent();
      router.refresh();
    }
  };
  return (
    <Section id="bring" title={again ? t('bringAgain') : t('bring')} className="mt32">
      {failure === null ? null : (
        <div ref={said} tabIndex={-1} className="mt8">
          <UploadRefusal {...failure} />
        </div>
      )}
      <p className="read mt8">{t('bringText')}</p>
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
          }}
        />
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
async function post(assessmentId: string, file: File): Promise<{ uploadId?: string } | null> {
  const body = new globalThis.FormData();
  body.set('file', file);
  try {
    const response = await fetch(`/api/assessments/${assessmentId}/filled-forms`, { method: 'POST', body });
    return (await response.json()) as { uploadId?: string };
  } catch {
    // Offline, or an answer that is none of ours: said as one.
    return null;
  }
}
