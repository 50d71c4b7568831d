'use client';
import { type InputHTMLAttributes, type ReactNode, type Ref, useId } from 'react';
import { describedBy, Field, type FieldWords } from './field';

export interface TextInputProps
  extends FieldWords,
    Omit<InputHTMLAttributes<HTMLInputElement>, 'required' | 'className' | 'aria-describedby'> {
  /** Drawn inside the field at its left. */
  icon?: ReactNode;
  ref?: Ref<HTMLInputElement>;
}

/** One line of text with its words. Takes every attribute of an input. */
export function TextInput({ label, required, hint, error, hideLabel, icon, id, ref, ...rest }: TextInputProps) {
  const made = useId();
  const fieldId = id ?? made;
  const input = (
    <input
      {...rest}
      ref={ref}
      id={fieldId}
      className={`in ${error ? 'err' : ''}`}
      aria-required={required === true || undefined}
      aria-invalid={error ? true : undefined}
      aria-describedby={describedBy(fieldId, { hint, error })}
    />
  );
  return (
    <Field id={fieldId} label={label} required={required} hint={hint} error={error} hideLabel={hideLabel}>
      {icon ? (
        <span className="in-ic">
          {icon}
          {input}
        </span>
      ) : (
        input
      )}
    </Field>
  );
}
