import type { ReactNode } from 'react';

/** What happened or will happen, in order. `now` fills the dot in the accent, `bad` in red. */
export function Timeline(props: {
  entries: readonly { key: string; when: ReactNode; text: ReactNode; more?: ReactNode; tone?: 'now' | 'bad' }[];
}) {
  return (
    <ol className="tl">
      {props.entries.map((entry) => (
        <li key={entry.key} className={entry.tone}>
          <b>{entry.when}</b>
          <p>{entry.text}</p>
          {entry.more ? <p className="sub">{entry.more}</p> : null}
        </li>
      ))}
    </ol>
  );
}
