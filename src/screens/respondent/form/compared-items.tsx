'use client';

import { useTranslations } from 'next-intl';
import type { FormSide } from '@/domain/form-merge';
import { Notice } from '@/ui/notice';
import { ComparedItem } from './compared-item';
import { type FormChoices, lackingAfter, type partedLines } from './form-data';
import { usePartNames } from './part-names';

/** The items that a returned form changes: those that wait for somebody first, then the rest; what stays is one line. */
export function ComparedItems(props: {
  parts: ReturnType<typeof partedLines>;
  choices: FormChoices;
  open: { both: number; emptied: number };
  onChoose: (key: string, side: FormSide) => void;
}) {
  const t = useTranslations('respondent.form');
  const partNames = usePartNames();
  const { parts, choices, open } = props;
  const lacking = [...parts.chosen, ...parts.plain].flatMap((line) => {
    const missing = lackingAfter(line, choices);
    return missing.length === 0 ? [] : [t('lackingItem', { number: line.number, parts: partNames(missing) })];
  });
  const groups = [
    { title: t('chosenFirst'), lines: parts.chosen },
    { title: t('plainRest'), lines: parts.plain },
  ].filter(({ lines }) => lines.length > 0);
  return (
    <>
      {groups.length === 0 ? <p className="read mt16">{t('unchangedHint')}</p> : null}
      {open.both > 0 ? (
        <Notice tone="warn" className="mt16" title={t('chooseTitle', { count: open.both })}>
          <p>{t('chooseText')}</p>
        </Notice>
      ) : null}
      {open.emptied > 0 ? (
        <Notice tone="warn" className="mt16" title={t('emptiedTitle', { count: open.emptied })}>
          <p>{t('emptiedText')}</p>
        </Notice>
      ) : null}
      {lacking.length > 0 ? (
        <Notice tone="warn" className="mt16" title={t('lackingTitle', { count: lacking.length })}>
          <p>{lacking.join(t('joint'))}</p>
        </Notice>
      ) : null}
      {parts.stays.length > 0 ? (
        <p className="read mt16">
          {t('nowOnly', { numbers: parts.stays.map(({ number }) => number).join(t('joint')) })}
        </p>
      ) : null}
      {groups.map(({ title, lines }) => (
        <div key={title} className="mt24">
          <h3>{title}</h3>
          <p className="hint">{t('underlined')}</p>
          {lines.map((line) => (
            <ComparedItem key={line.itemId} line={line} choices={choices} onChoose={props.onChoose} />
          ))}
        </div>
      ))}
    </>
  );
}
