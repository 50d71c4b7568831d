import type { ReactNode } from 'react';
import { IconChevronRight } from './icons';

/** Folded text (`details`): works without script. */
export function Disclosure(props: { summary: ReactNode; children: ReactNode; open?: boolean; className?: string }) {
  return (
    <details className={`disc ${props.className ?? ''}`} open={props.open}>
      <summary>
        <IconChevronRight />
        {props.summary}
      </summary>
      <div className="in-d">{props.children}</div>
    </details>
  );
}
