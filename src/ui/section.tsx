import type { ReactNode } from 'react';

/** A 2px rule opens it; heading at the left, actions at the right. `id` names the heading. */
export function Section(props: {
  id: string;
  title: ReactNode;
  actions?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  return (
    <section className={`sec ${props.className ?? ''}`} aria-labelledby={props.id}>
      <div className="sec-h">
        <h2 id={props.id}>{props.title}</h2>
        {props.actions}
      </div>
      {props.children}
    </section>
  );
}
