'use client';
import { useId } from 'react';
import { describedBy, Field, type FieldWords } from './field';

export interface FileInputProps extends FieldWords {
  /** Endings and media types; only a help while choosing, never a check. */
  accept: string;
  onChange: (file: File | null) => void;
}

/** One file: the browser's own field in a wide frame, onto which a file can be dropped. */
export function FileInput({ accept, onChange, label, required, hint, error, hideLabel }: FileInputProps) {
  const id = useId();
  return (
    <Field id={id} label={label} required={required} hint={hint} error={error} hideLabel={hideLabel}>
      <input
        id={id}
        type="file"
        className={`file-in ${error ? 'err' : ''}`}
        accept={accept}
        required={required === true}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { hint, error })}
        onChange={(event) => onChange(event.target.files?.[0] ?? null)}
      />
    </Field>
  );
}
