import type { ReactNode } from 'react';
import { LanguageSwitch } from './language-switch';
import { SkipLink } from './skip-link';

/** The respondent's bar: the bank's name leads. `below` is the second line (company, due date), `end` buttons and state. */
export function RespondentBar(props: { bank: string; title?: string; below?: ReactNode; end?: ReactNode }) {
  return (
    <header className="rbar">
      <SkipLink />
      <div className="grow">
        <p className="ttl">
          {props.bank} {props.title ? <span>{props.title}</span> : null}
        </p>
        {props.below ? <p>{props.below}</p> : null}
      </div>
      {props.end}
      <LanguageSwitch />
    </header>
  );
}
