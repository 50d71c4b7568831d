'use client';
import { type InputHTMLAttributes, type ReactNode, useId } from 'react';
import { FieldError } from './field';

export interface CheckboxProps
  extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'className' | 'children' | 'aria-describedby'> {
  label: ReactNode;
  hideLabel?: boolean;
  error?: string | undefined;
}

/** One box with its sentence; the whole line is the target. */
export function Checkbox({ label, hideLabel, error, id, ...rest }: CheckboxProps) {
  const made = useId();
  const fieldId = id ?? made;
  return (
    <div>
      <label className="ck" htmlFor={fieldId}>
        <input
          {...rest}
          id={fieldId}
          type="checkbox"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${fieldId}-error` : undefined}
        />
        <span className={hideLabel ? 'vh' : ''}>{label}</span>
      </label>
      <FieldError id={fieldId} error={error} />
    </div>
  );
}
