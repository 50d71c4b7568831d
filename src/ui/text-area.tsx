'use client';
import { type Ref, type TextareaHTMLAttributes, useId } from 'react';
import { describedBy, Field, type FieldWords } from './field';

export interface TextAreaProps
  extends FieldWords,
    Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'required' | 'className' | 'aria-describedby'> {
  ref?: Ref<HTMLTextAreaElement>;
}

/** Free text at reading size; grows with what is typed (`field-sizing: content`), never below `rows` lines. */
export function TextArea({
  label,
  required,
  hint,
  error,
  hideLabel,
  id,
  rows = 3,
  ref,
  style,
  ...rest
}: TextAreaProps) {
  const made = useId();
  const fieldId = id ?? made;
  return (
    <Field id={fieldId} label={label} required={required} hint={hint} error={error} hideLabel={hideLabel}>
      <textarea
        {...rest}
        ref={ref}
        id={fieldId}
        rows={rows}
        style={{ ...style, minHeight: `calc(${rows} * 1.75em + 22px)` }}
        className={`ta ${error ? 'err' : ''}`}
        aria-required={required === true || undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(fieldId, { hint, error })}
      />
    </Field>
  );
}
