'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { AnswerContent } from '@/domain/answer';
import { formatPromised, type Locale } from '@/domain/date-format';
import type { FormField, FormSide } from '@/domain/form-merge';
import { IconPencil, IconSheet } from '@/ui/icons';
import { RadioGroupSegment } from '@/ui/radio-group-segment';
import { Tag } from '@/ui/tag';
import { choiceKey, type FormChoices, type FormLine } from './form-data';

/** One item of a returned form: each cell that is not the same everywhere, with the three texts and whose is taken. */
export function ComparedItem(props: {
  line: FormLine;
  choices: FormChoices;
  onChoose: (key: string, side: FormSide) => void;
}) {
  const t = useTranslations('respondent.form');
  const labels = useTranslations('ui.answer');
  const states = useTranslations('states.answer');
  const locale = useLocale() as Locale;
  const { line, choices } = props;
  const textOf = (content: AnswerContent, field: FormField): string => {
    switch (field) {
      case 'status':
        return states(content.status);
      case 'promised':
        return content.promised === null ? '' : formatPromised(content.promised, locale);
      case 'named':
        return Object.entries(content.named ?? {})
          .map(([name, text]) => t('namedLine', { name, text }))
          .join('\n');
      default:
        return content[field] ?? '';
    }
  };
  return (
    <article className="card mt16" aria-label={t('itemNumber', { number: line.number })}>
      <h3>
        {line.number}　<span lang="ja">{line.objective}</span>
      </h3>
      {line.fields.map(({ field, fate }) => {
        const key = choiceKey(line.itemId, field);
        const label = labels(field);
        const sides = [
          { key: 'base', label: t('base'), text: textOf(line.base, field) },
          { key: 'file', label: t('file'), text: textOf(line.file, field) },
          { key: 'now', label: t('now'), text: textOf(line.now, field) },
        ];
        return (
          <section key={field} className="mt12" aria-label={label}>
            <p className="row">
              <b>{label}</b> <Tag>{t(`fate.${fate}`)}</Tag>
            </p>
            <dl className="tri-cells">
              {sides.map((side) => (
                <div key={side.key}>
                  <dt className="sub">{side.label}</dt>
                  <dd className="keep">{side.text === '' ? t('blank') : side.text}</dd>
                </div>
              ))}
            </dl>
            {fate === 'both' ? (
              <RadioGroupSegment
                label={t('which', { number: line.number, field: label })}
                value={choices.get(key) ?? null}
                options={[
                  { value: 'file' as const, label: t('takeFile'), icon: <IconSheet className="s16" /> },
                  { value: 'now' as const, label: t('takeNow'), icon: <IconPencil className="s16" /> },
                ]}
                onChange={(side) => props.onChoose(key, side)}
              />
            ) : null}
          </section>
        );
      })}
    </article>
  );
}
