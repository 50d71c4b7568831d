import type { ReactNode } from 'react';

export type Tone = 'ok' | 'run' | 'mute' | 'warn' | 'bad';

/**
 * A state: shape and word, colour only supports. `emphasis` `act` gives a ground (someone must act), `solid` is the red
 * ground kept for 不達, 期限超過 and 不一致. `markOnly` hides the word from eyes, not from readers.
 */
export function StatusMark(props: {
  icon: ReactNode;
  label: string;
  tone: Tone;
  emphasis?: 'quiet' | 'act' | 'solid';
  markOnly?: boolean;
}) {
  const emphasis = props.emphasis === 'solid' ? 'bad solid' : `${props.tone} ${props.emphasis === 'act' ? 'act' : ''}`;
  return (
    <span className={`st ${emphasis}`}>
      {props.icon}
      {props.markOnly ? <span className="vh">{props.label}</span> : props.label}
    </span>
  );
}
