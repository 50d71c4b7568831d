'use client';

import { useTranslations } from 'next-intl';
import type { FocusEvent } from 'react';
import type { AnswerContent } from '@/domain/answer';
import { mayStayBlank, plainName } from '@/domain/named-data';
import { TextInput } from '@/ui/text-input';

/** Data that the item asks for by name, a field each: certificate numbers, an interval. Nothing where none is asked. */
export function NamedDataFields(props: {
  names: readonly string[];
  content: AnswerContent;
  error: string | undefined;
  /** What to say of a datum that is too long. */
  tooLong: (name: string) => string | undefined;
  /** Undefined once nothing is left. */
  onChange: (named: Record<string, string> | undefined) => void;
  onLeave: (event: FocusEvent) => void;
}) {
  const t = useTranslations('ui.answer');
  if (props.names.length === 0) return null;
  const standing = props.content.named ?? {};
  return (
    <fieldset className="mt16 plan">
      <legend className="l">{t('named')}</legend>
      {props.names.map((name) => {
        const value = standing[name] ?? '';
        return (
          <div key={name} className="mt8">
            <TextInput
              label={plainName(name)}
              required={!mayStayBlank(name)}
              value={value}
              error={value.trim() === '' && !mayStayBlank(name) ? props.error : props.tooLong(name)}
              onChange={(event) => {
                const { [name]: _before, ...others } = standing;
                const typed = event.target.value;
                const named = typed === '' ? others : { ...others, [name]: typed };
                props.onChange(Object.keys(named).length === 0 ? undefined : named);
              }}
              onBlur={props.onLeave}
            />
          </div>
        );
      })}
    </fieldset>
  );
}
