'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { AnswerContent } from '@/domain/answer';
import { formatPromised, type Locale } from '@/domain/date-format';
import { AnswerMark } from '@/screens/checklist/answer-mark';
import { AnswerRead } from '@/screens/checklist/answer-read';
import { Checkbox } from '@/ui/checkbox';
import { Disclosure } from '@/ui/disclosure';

/** An answer that is about to be used again. */
export interface PickableAnswer {
  itemId: string;
  number: string;
  objective: string;
  content: AnswerContent;
  /** Where it comes from; null: the dialog says so of all. */
  source: string | null;
}

/**
 * Answers that are about to be used again, each to read before somebody's name stands for it, and to untick. What is
 * 一部充足 or 未充足 stands out, with what was promised and by when.
 */
export function PickAnswers(props: {
  answers: readonly PickableAnswer[];
  isTicked: (itemId: string) => boolean;
  onTick: (itemId: string, ticked: boolean) => void;
}) {
  return (
    <ul className="dlg-rows">
      {props.answers.map((answer) => (
        <PickAnswer
          key={answer.itemId}
          answer={answer}
          ticked={props.isTicked(answer.itemId)}
          onTick={(ticked) => props.onTick(answer.itemId, ticked)}
        />
      ))}
    </ul>
  );
}

function PickAnswer(props: { answer: PickableAnswer; ticked: boolean; onTick: (ticked: boolean) => void }) {
  const t = useTranslations('respondent.pick');
  const locale = useLocale() as Locale;
  const { number, objective, content, source } = props.answer;
  const lacking = content.status === 'partial' || content.status === 'unmet';
  const text = content.status === 'not_applicable' ? content.reason : content.current;
  const { measure, promised } = content;
  return (
    <li className={lacking ? 'lacking' : undefined}>
      <Checkbox
        label={`${number}　${objective}`}
        checked={props.ticked}
        onChange={(event) => props.onTick(event.target.checked)}
      />
      <p className="row">
        <AnswerMark status={content.status} />
        {source === null ? null : <span className="sub">{source}</span>}
      </p>
      {text === '' ? null : <p className="keep clamped">{text}</p>}
      {content.status === 'not_applicable' || measure === '' ? null : (
        <p className="keep clamped">
          {promised === null ? t('plan', { measure }) : t('promise', { measure, by: formatPromised(promised, locale) })}
        </p>
      )}
      <Disclosure summary={t('read', { number })}>
        <AnswerRead content={content} />
      </Disclosure>
    </li>
  );
}
