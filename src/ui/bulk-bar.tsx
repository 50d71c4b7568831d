import type { ReactNode } from 'react';

/** Sits on the table's top edge while rows are chosen: 「3社を選択中」 and what can be done with them. */
export function BulkBar(props: { label: string; text: ReactNode; children: ReactNode }) {
  return (
    <section className="bulk" aria-label={props.label}>
      <b>{props.text}</b>
      <span className="grow" />
      {props.children}
    </section>
  );
}
