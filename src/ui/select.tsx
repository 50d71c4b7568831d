'use client';
import { type SelectHTMLAttributes, useId } from 'react';
import { describedBy, Field, type FieldWords } from './field';

export interface SelectProps
  extends FieldWords,
    Omit<SelectHTMLAttributes<HTMLSelectElement>, 'required' | 'className' | 'children' | 'aria-describedby'> {
  options: readonly { value: string; label: string; disabled?: boolean }[];
  /** First entry with an empty value (選んでください). */
  placeholder?: string;
}

/** The platform's own select with our frame. */
export function Select({ label, required, hint, error, hideLabel, id, options, placeholder, ...rest }: SelectProps) {
  const made = useId();
  const fieldId = id ?? made;
  return (
    <Field id={fieldId} label={label} required={required} hint={hint} error={error} hideLabel={hideLabel}>
      <select
        {...rest}
        id={fieldId}
        className={`sel-in ${error ? 'err' : ''}`}
        aria-required={required === true || undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(fieldId, { hint, error })}
      >
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
