'use client';
import { type ReactNode, useId } from 'react';
import { describedBy, FieldError, type FieldWords, Hint, RequiredMark } from './field';

export interface RadioCard<Value extends string> {
  value: Value;
  label: ReactNode;
  text?: ReactNode;
  icon?: ReactNode;
  /** Ground when chosen: key blue, attention or bad. */
  tone?: 'warn' | 'bad';
  /** A shortcut's key, drawn at the end (the screen binds it). */
  shortcut?: string;
}

/** One of a few, each with a sentence: verdicts, kinds of decision. One radio group. */
export function RadioCards<Value extends string>(
  props: FieldWords & {
    cards: readonly RadioCard<Value>[];
    value: Value | null;
    onChange: (value: Value) => void;
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
      <div className={`vd3 ${props.error ? 'err' : ''}`}>
        {props.cards.map((card) => (
          <label key={card.value} className={card.tone}>
            <input
              type="radio"
              name={props.name ?? id}
              value={card.value}
              checked={props.value === card.value}
              onChange={() => props.onChange(card.value)}
            />
            {card.icon}
            <span className="grow">
              <b>{card.label}</b>
              {card.text ? <span className="sub"> {card.text}</span> : null}
            </span>
            {card.shortcut ? <span className="kbd">{card.shortcut}</span> : null}
          </label>
        ))}
      </div>
      <FieldError id={id} error={props.error} />
    </fieldset>
  );
}
