import Link from 'next/link';
import type { ReactNode } from 'react';
import { ProgressBar } from './progress-bar';

export interface PipelineStage {
  key: string;
  icon: ReactNode;
  label: string;
  /** The list behind the count; `current` while it is the one shown. */
  href?: string;
  current?: boolean;
  count: number;
  /** 社, 件 */
  unit: string;
  /** How many of how many got at least this far; null for a stage that is a way back. */
  reached: { done: number; total: number; text: string } | null;
  /** Said instead of the bar when `reached` is null. */
  note?: string;
  /** The first few names; the screen cuts the list. None: the stage is its count alone. */
  names?: readonly { key: string; label: string; href?: string; mark?: ReactNode; note?: string }[];
  /** 「ほか n社」, null when all are shown. */
  more?: string | null;
  tone?: 'warn' | 'ok';
}

/** Stage columns from first to last, with counts, reach and names. */
export function Pipeline(props: { stages: readonly PipelineStage[] }) {
  return (
    <ol className={`pipe ${props.stages.some((stage) => stage.names) ? '' : 'slim'}`}>
      {props.stages.map((stage) => (
        <li key={stage.key} className={`stp ${stage.tone ?? ''} ${stage.current ? 'cur' : ''}`}>
          <h3>
            {stage.icon}
            {stage.href ? (
              <Link href={stage.href} prefetch={false} scroll={false} aria-current={stage.current ? 'true' : undefined}>
                {stage.label}
              </Link>
            ) : (
              stage.label
            )}
          </h3>
          <p className="big">
            <b>{stage.count}</b> {stage.unit}
          </p>
          {stage.reached ? (
            <>
              <ProgressBar done={stage.reached.done} total={stage.reached.total} text={null} tone="run" />
              <p className="reach">{stage.reached.text}</p>
            </>
          ) : (
            <p className="reach alone">{stage.note}</p>
          )}
          {stage.names ? (
            <ul className="vn">
              {stage.names.map((name) => (
                <li key={name.key}>
                  {name.href ? (
                    <Link href={name.href} prefetch={false}>
                      {name.label}
                    </Link>
                  ) : (
                    name.label
                  )}{' '}
                  {name.mark}
                  {name.note ? <span className="sub"> {name.note}</span> : null}
                </li>
              ))}
              {stage.more ? <li className="sub">{stage.more}</li> : null}
            </ul>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
