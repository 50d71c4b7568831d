import { useTranslations } from 'next-intl';
import type { AnswerStatus } from '@/domain/answer';
import { MarkMet, MarkNone, MarkNotApplicable, MarkPartial, MarkUnmet } from '@/ui/icons';
import { StatusMark, type Tone } from '@/ui/status-mark';

const MARKS = {
  met: { Icon: MarkMet, tone: 'ok' },
  partial: { Icon: MarkPartial, tone: 'warn' },
  unmet: { Icon: MarkUnmet, tone: 'bad' },
  not_applicable: { Icon: MarkNotApplicable, tone: 'mute' },
  unanswered: { Icon: MarkNone, tone: 'mute' },
} as const satisfies Record<AnswerStatus, { Icon: typeof MarkMet; tone: Tone }>;

/** ○ △ × － and the dotted circle of 未回答, without a word: for choices that carry their own. */
export function AnswerIcon(props: { status: AnswerStatus }) {
  const { Icon } = MARKS[props.status];
  return <Icon />;
}

/** An answer's state as shape and word. */
export function AnswerMark(props: { status: AnswerStatus }) {
  const t = useTranslations('states.answer');
  return (
    <StatusMark icon={<AnswerIcon status={props.status} />} label={t(props.status)} tone={MARKS[props.status].tone} />
  );
}
