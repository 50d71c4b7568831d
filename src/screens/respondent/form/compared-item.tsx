'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { AnswerContent } from '@/domain/answer';
import { formatPromised, type Locale } from '@/domain/date-format';
import { type FormField, type FormSide, isBlankIn, needsChoice } from '@/domain/form-merge';
import { Diff } from '@/ui/diff';
import { IconPencil, IconSheet, IconWarn } from '@/ui/icons';
import { RadioGroupSegment } from '@/ui/radio-group-segment';
import { StatusMark } from '@/ui/status-mark';
import { Tag } from '@/ui/tag';
import { choiceKey, type FormChoices, type FormLine, lackingAfter } from './form-data';
import { usePartNames } from './part-names';

export const itemAnchor = (itemId: string) => `compared-${itemId}`;

/**
 * One item of a returned form. A cell that the file changed shows the answer now and the file's, what differs underlined;
 * the text at the download stands beside them where both sides moved away from it.
 */
export function ComparedItem(props: {
  line: FormLine;
  choices: FormChoices;
  onChoose: (key: string, side: FormSide) => void;
}) {
  const t = useTranslations('respondent.form');
  const labels = useTranslations('ui.answer');
  const textOf = useTextOf();
  const partNames = usePartNames();
  const { line, choices } = props;
  const stays = line.fields.filter(({ fate }) => fate === 'now').map(({ field }) => labels(field));
  const lacking = lackingAfter(line, choices);
  return (
    <article
      id={itemAnchor(line.itemId)}
      tabIndex={-1}
      className="card mt16 compared"
      aria-label={t('itemNumber', { number: line.number })}
    >
      <h4>
        {line.number}　<span lang="ja">{line.objective}</span>
      </h4>
      {line.fields.map(({ field, fate }) => {
        if (fate === 'now') return null;
        const key = choiceKey(line, field);
        const label = labels(field);
        const [base, file, now] = [line.base, line.file, line.now].map((content) => textOf(content, field));
        const emptied = isBlankIn(line.file, field);
        return (
          <section key={field} className="mt12" aria-label={label}>
            <p className="row">
              <b>{label}</b> {fate === 'emptied' ? null : <Tag>{t(`fate.${fate}`)}</Tag>}
              {emptied ? <StatusMark icon={<IconWarn />} label={t('emptied')} tone="warn" emphasis="act" /> : null}
            </p>
            <dl className="two-cells">
              {fate === 'both' && base !== '' ? (
                <Side label={t('base')} text={base ?? ''} besides={base ?? ''} />
              ) : null}
              <Side label={t('now')} text={now ?? ''} besides={file ?? ''} />
              <Side label={t('file')} text={file ?? ''} besides={now ?? ''} />
            </dl>
            {needsChoice(fate) ? (
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
      {stays.length > 0 ? <p className="sub mt12">{t('nowStays', { fields: stays.join(t('joint')) })}</p> : null}
      {lacking.length > 0 ? (
        <p className="lacks mt12">
          <IconWarn className="s16" />
          <b>{t('lackingHere', { parts: partNames(lacking) })}</b>
        </p>
      ) : null}
    </article>
  );
}

function Side({ label, text, besides }: { label: string; text: string; besides: string }) {
  const t = useTranslations('respondent.form');
  return (
    <div>
      <dt className="sub">{label}</dt>
      <dd className="keep">{text === '' ? t('blank') : <Diff before={besides} after={text} insOnly />}</dd>
    </div>
  );
}

function useTextOf() {
  const t = useTranslations('respondent.form');
  const states = useTranslations('states.answer');
  const locale = useLocale() as Locale;
  return (content: AnswerContent, field: FormField): string => {
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
}
