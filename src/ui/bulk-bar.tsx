import type { ReactNode } from 'react';

/** What can be done with the chosen rows, on the table's top edge. `label` says how many are chosen. */
export function BulkBar(props: { label: string; children: ReactNode }) {
  return (
    <section className="bulk" aria-label={props.label}>
      <b aria-live="polite">{props.label}</b>
      <span className="row">{props.children}</span>
    </section>
  );
}
