'use client';
import { type FocusEvent, type ReactNode, useId } from 'react';
import { describedBy, FieldError, type FieldWords, Hint, RequiredMark } from './field';

/**
 * ○△×－ as one radio group on one line, 2×2 on a phone. Arrow keys move and choose, as in any radio group.
 * `value` null: nothing chosen yet. Each option is a mark and a word; both come from the screen.
 */
export function RadioGroupSegment<Value extends string>(
  props: FieldWords & {
    options: readonly { value: Value; label: string; icon: ReactNode }[];
    value: Value | null;
    onChange: (value: Value) => void;
    onBlur?: (event: FocusEvent) => void;
    disabled?: boolean;
    name?: string;
  },
) {
  const id = useId();
  return (
    <fieldset disabled={props.disabled} aria-describedby={describedBy(id, props)}>
      <legend className={props.hideLabel ? 'vh' : 'l'}>
        {props.label} <RequiredMark required={props.required} />
      </legend>
      <Hint id={id} hint={props.hint} />
      <div className={`opts ${props.error ? 'err' : ''}`}>
        {props.options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={props.name ?? id}
              value={option.value}
              checked={props.value === option.value}
              onChange={() => props.onChange(option.value)}
              onBlur={props.onBlur}
            />
            {option.icon}
            {option.label}
          </label>
        ))}
      </div>
      <FieldError id={id} error={props.error} />
    </fieldset>
  );
}
