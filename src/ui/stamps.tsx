import type { ReactNode } from 'react';
import { IconCheck, IconReturn } from './icons';

export interface Stamp {
  key: string;
  /** 起案, 確認, 承認 */
  step: ReactNode;
  state: 'pending' | 'done' | 'returned';
  /** Who stamped or is to stamp; null when nobody is named yet. */
  name: ReactNode | null;
  /** Date, 「差戻し 12月17日(木)」 or 「未」. */
  note: ReactNode;
}

/** 検印欄: a box a step, each with name and date. */
export function Stamps(props: { stamps: readonly Stamp[] }) {
  return (
    <dl className="stamps">
      {props.stamps.map((stamp) => (
        <div key={stamp.key}>
          <dt>{stamp.step}</dt>
          <dd>
            {stamp.state === 'done' ? <IconCheck className="okc" /> : null}
            {stamp.state === 'returned' ? <IconReturn className="wac" /> : null}
            {stamp.name}
            <span className={stamp.state === 'pending' ? 'sub' : undefined}>{stamp.note}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
