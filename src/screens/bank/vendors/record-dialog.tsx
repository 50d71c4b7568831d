'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useRefusalText } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Notice } from '@/ui/notice';
import type { Values } from './rebase-form';
import type { RecordForm } from './use-record-form';

/** What went wrong with a save, and what somebody else changed in the meantime. */
export function RecordNotices<V extends Values>(props: {
  form: RecordForm<V>;
  /** What a field is called, and what one of its values is called where it isn't text. */
  labelOf: (field: keyof V & string) => string;
  wordOf?: (field: keyof V & string, value: string) => string;
}) {
  const t = useTranslations('vendors.form');
  const refusalText = useRefusalText();
  const { form, labelOf, wordOf } = props;
  return (
    <>
      {form.overtaken ? (
        <Notice tone="warn" live="assertive" title={t('stale')}>
          <p>{t(form.contested.length > 0 ? 'staleContested' : 'staleAdopted')}</p>
          <ul>
            {form.contested.map(({ field, standing }) => (
              <li key={field}>
                {t('now', { field: labelOf(field), value: (wordOf?.(field, standing) ?? standing) || t('unknown') })}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {form.failure === null ? null : (
        <Notice tone="bad" live="assertive">
          <p>{refusalText(form.failure)}</p>
        </Notice>
      )}
    </>
  );
}

/** Which field was left blank. */
export function MissingNotice({ text }: { text: string | null }) {
  if (text === null) return null;
  return (
    <Notice tone="bad" live="assertive">
      <p>{text}</p>
    </Notice>
  );
}

/** A form in a window. What was typed stays until it is saved or the window is closed on purpose. */
export function RecordDialog<V extends Values>(props: {
  title: string;
  description?: string;
  form: RecordForm<V>;
  labelOf: (field: keyof V & string) => string;
  wordOf?: (field: keyof V & string, value: string) => string;
  /** What must not be left blank: one of the fields of each line at least. */
  required: readonly { label: string; oneOf: readonly (keyof V & string)[] }[];
  onClose: () => void;
  onSaved: () => void;
  children: ReactNode;
}) {
  const t = useTranslations('vendors.form');
  const id = useId();
  const { form } = props;
  const [missing, setMissing] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (form.busy) return;
    const blank = props.required.find(({ oneOf }) => oneOf.every((field) => form.values[field]?.trim() === ''));
    setMissing(blank ? t('missing', { field: blank.label }) : null);
    if (blank) return;
    if (await form.submit()) props.onSaved();
  };
  return (
    <Dialog
      open
      wide
      onClose={props.onClose}
      title={props.title}
      description={props.description}
      end={
        <>
          <Button look="neutral" onClick={props.onClose}>
            {t('cancel')}
          </Button>
          <Button look="primary" type="submit" form={id} busy={form.busy}>
            {t(form.overtaken ? 'saveAnyway' : 'save')}
          </Button>
        </>
      }
    >
      <form id={id} className="fs" onSubmit={(event) => void submit(event)} noValidate>
        {props.children}
        <MissingNotice text={missing} />
        <RecordNotices form={form} labelOf={props.labelOf} wordOf={props.wordOf} />
      </form>
    </Dialog>
  );
}
