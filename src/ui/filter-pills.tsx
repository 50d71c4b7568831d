import type { ReactNode } from 'react';

export interface Pill<Value extends string> {
  value: Value;
  label: string;
  count?: number;
  icon?: ReactNode;
}

/** Filters with counts, as buttons with `aria-pressed`; `children` (a search field, a menu) follow on the same line. */
export function FilterPills<Value extends string>(props: {
  label: string;
  pills: readonly Pill<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  children?: ReactNode;
}) {
  return (
    <fieldset className="filters">
      <legend className="vh">{props.label}</legend>
      {props.pills.map((pill) => (
        <button
          key={pill.value}
          type="button"
          className="pill"
          aria-pressed={pill.value === props.value}
          onClick={() => props.onChange(pill.value)}
        >
          {pill.icon}
          {pill.label} {pill.count === undefined ? null : <span className="n">{pill.count}</span>}
        </button>
      ))}
      {props.children}
    </fieldset>
  );
}
