'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useRef, useState } from 'react';
import { DOCUMENT_TYPES, MAX_DOCUMENT_MEGABYTES } from '@/domain/document-type';
import { sendUpload } from '@/trpc/client/send-upload';
import { Button } from '@/ui/button';
import { DateField } from '@/ui/date-field';
import { Dialog } from '@/ui/dialog';
import { describedBy, Field } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { Select } from '@/ui/select';
import { showToast } from '@/ui/show-toast';
import { TextInput } from '@/ui/text-input';
import type { VendorView } from './vendor-data';

const KINDS = ['contract', 'certificate', 'notification', 'report', 'other'] as const;
const ACCEPT = Object.keys(DOCUMENT_TYPES)
  .map((ending) => `.${ending}`)
  .join(',');

/** Sends a paper to be kept. What was typed and chosen stays until it was taken. */
export function DocumentDialog({ vendor, onClose }: { vendor: VendorView; onClose: () => void }) {
  const t = useTranslations('vendors.form');
  const section = useTranslations('vendors.vendor');
  const refusals = useTranslations('refusals');
  const ui = useTranslations('ui');
  const router = useRouter();
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState<(typeof KINDS)[number]>('contract');
  const [validFrom, setValidFrom] = useState('');
  const [validTo, setValidTo] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const chosen = file.current?.files?.[0];
    if (busy) return;
    if (!chosen || title.trim() === '') {
      setFailure(t('missing', { field: chosen ? t('title') : t('file') }));
      return;
    }
    setBusy(true);
    setFailure(null);
    const form = new FormData();
    for (const [name, value] of Object.entries({ title, kind, validFrom, validTo })) form.append(name, value);
    form.append('file', chosen);
    try {
      const refusal = await sendUpload(`/api/vendors/${vendor.facts.id}/documents`, form);
      if (refusal === null) {
        showToast(t('saved'));
        router.refresh();
        onClose();
        return;
      }
      setFailure(refusals(refusal.code, refusal.params as Record<string, string | number>));
    } catch {
      setFailure(ui('failure.unreachable'));
    }
    setBusy(false);
  };

  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={section('addDocumentTitle')}
      end={
        <>
          <Button look="neutral" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button look="primary" type="submit" form={id} busy={busy}>
            {t('register')}
          </Button>
        </>
      }
    >
      <form id={id} className="fs" onSubmit={(event) => void send(event)} noValidate>
        {failure === null ? null : (
          <Notice tone="bad" live="assertive">
            <p>{failure}</p>
          </Notice>
        )}
        <Field id={`${id}-file`} label={t('file')} required hint={t('fileHint', { megabytes: MAX_DOCUMENT_MEGABYTES })}>
          <input
            ref={file}
            id={`${id}-file`}
            type="file"
            className="in"
            accept={ACCEPT}
            aria-describedby={describedBy(`${id}-file`, { hint: true })}
          />
        </Field>
        <TextInput
          label={t('title')}
          required
          maxLength={200}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
        <Select
          label={t('kind')}
          value={kind}
          options={KINDS.map((value) => ({ value, label: section(`documentKinds.${value}`) }))}
          onChange={(event) => setKind(KINDS.find((each) => each === event.target.value) ?? 'other')}
        />
        <DateField label={t('validFrom')} value={validFrom} today={vendor.today} onChange={setValidFrom} />
        <DateField label={t('validTo')} value={validTo} today={vendor.today} onChange={setValidTo} />
      </form>
    </Dialog>
  );
}
