import type { ReactNode } from 'react';
import { LanguageSwitch } from './language-switch';
import { SkipLink } from './skip-link';

/** The respondent's bar: the bank's logo (a data URL) and name lead. `below` is the second line (company, due date), `end` buttons and state. */
export function RespondentBar(props: {
  bank: string;
  logo?: string | null;
  title?: string;
  below?: ReactNode;
  end?: ReactNode;
}) {
  return (
    <header className="rbar">
      <SkipLink />
      {props.logo ? <img className="bank-logo hide-s" src={props.logo} alt="" /> : null}
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
