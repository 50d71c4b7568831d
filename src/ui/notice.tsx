import type { ReactNode } from 'react';
import { IconCheck, IconError, IconInfo, IconWarn } from './icons';

export type NoticeTone = 'info' | 'warn' | 'bad' | 'ok';
const ICONS = { info: IconInfo, warn: IconWarn, bad: IconError, ok: IconCheck };

/**
 * What happened, why, and the way out. `live` announces it when it appears: `assertive` for refusals and collisions,
 * `polite` for the rest; leave it out for a notice that is there from the start.
 */
export function Notice(props: {
  tone: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  live?: 'polite' | 'assertive';
  className?: string;
}) {
  const Icon = ICONS[props.tone];
  const role = props.live === 'assertive' ? 'alert' : props.live === 'polite' ? 'status' : undefined;
  return (
    <div className={`note ${props.tone} ${props.className ?? ''}`} role={role}>
      <Icon />
      <div className="grow">
        {props.title ? <p className="t">{props.title}</p> : null}
        {props.children}
      </div>
      {props.actions ? <div className="acts">{props.actions}</div> : null}
    </div>
  );
}
