import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { IconError } from './icons';

export interface FieldWords {
  label: ReactNode;
  /** true 必須, false 任意, undefined says nothing; a string says when (一部充足のとき必須). */
  required?: boolean | string;
  hint?: ReactNode;
  /** What is wrong and what is asked for; its presence marks the field invalid. */
  error?: string | undefined;
  hideLabel?: boolean;
}

/** The ids under which a field's hint and error are described; undefined when there is neither. */
export function describedBy(id: string, words: Pick<FieldWords, 'hint' | 'error'>): string | undefined {
  const ids = [words.hint ? `${id}-hint` : '', words.error ? `${id}-error` : ''].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** Label, required mark, hint and error around one control that carries `id` and `aria-describedby={describedBy(id, …)}`. */
export function Field(props: FieldWords & { id: string; children: ReactNode }) {
  return (
    <div className="f">
      <label className={props.hideLabel ? 'vh' : 'l'} htmlFor={props.id}>
        {props.label} <RequiredMark required={props.required} />
      </label>
      <Hint id={props.id} hint={props.hint} />
      {props.children}
      <FieldError id={props.id} error={props.error} />
    </div>
  );
}

export function RequiredMark(props: { required: boolean | string | undefined }) {
  const t = useTranslations('ui');
  if (props.required === undefined) return null;
  if (props.required === false) return <span className="opt">{t('field.optional')}</span>;
  return <span className="req">{props.required === true ? t('field.required') : props.required}</span>;
}

export function Hint(props: { id: string; hint: ReactNode }) {
  if (!props.hint) return null;
  return (
    <p className="hint" id={`${props.id}-hint`}>
      {props.hint}
    </p>
  );
}

export function FieldError(props: { id: string; error: string | undefined }) {
  if (!props.error) return null;
  return (
    <p className="errtext" id={`${props.id}-error`}>
      <IconError />
      <span>{props.error}</span>
    </p>
  );
}
