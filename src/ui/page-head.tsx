import type { ReactNode } from 'react';

/** Page title with a state beside it, facts below it and actions at the right. */
export function PageHead(props: { title: ReactNode; state?: ReactNode; below?: ReactNode; actions?: ReactNode }) {
  return (
    <div className="head">
      <div className="grow">
        <div className="row g16">
          <h1>{props.title}</h1>
          {props.state}
        </div>
        {props.below}
      </div>
      {props.actions ? <div className="acts">{props.actions}</div> : null}
    </div>
  );
}
