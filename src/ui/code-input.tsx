'use client';
import { type Ref, useId } from 'react';
import { describedBy, Field, type FieldWords } from './field';

export const CODE_LENGTH = 6;

/** The digits of what was typed or pasted, full-width ones too, six at most. */
export function codeDigits(typed: string): string {
  return typed.normalize('NFKC').replace(/\D/g, '').slice(0, CODE_LENGTH);
}

/** One field for a six-digit code: pasting 「１２３ ４５６」 works, and the phone offers the code from its mail. */
export function CodeInput(
  props: FieldWords & {
    value: string;
    onChange: (digits: string) => void;
    /** Called once the sixth digit is in; leave it out to let only the button send. */
    onComplete?: (digits: string) => void;
    name?: string;
    autoFocus?: boolean;
    ref?: Ref<HTMLInputElement>;
  },
) {
  const id = useId();
  return (
    <Field {...props} id={id}>
      <input
        ref={props.ref}
        id={id}
        name={props.name ?? 'code'}
        className={`in code ${props.error ? 'err' : ''}`}
        inputMode="numeric"
        autoComplete="one-time-code"
        autoCapitalize="off"
        spellCheck={false}
        value={props.value}
        aria-required="true"
        aria-invalid={props.error ? true : undefined}
        aria-describedby={describedBy(id, props)}
        onChange={(event) => {
          const digits = codeDigits(event.target.value);
          props.onChange(digits);
          if (digits.length === CODE_LENGTH && digits !== props.value) props.onComplete?.(digits);
        }}
      />
    </Field>
  );
}
