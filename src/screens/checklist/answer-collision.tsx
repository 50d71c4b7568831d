'use client';

import { useTranslations } from 'next-intl';
import type { AnswerContent } from '@/domain/answer';
import { formatTime } from '@/domain/date-format';
import { Collision } from '@/ui/collision';
import { useAnswerLines } from './answer-as-text';
import type { TheirAnswer } from './answer-desk';

/** Two answers to one item, both kept in view, and the three ways on. */
export function AnswerCollision(props: {
  mine: AnswerContent;
  theirs: TheirAnswer;
  /** The reader's own name: the other side may be another window of theirs. */
  me: string;
  onTakeMine: () => void;
  onTakeTheirs: () => void;
  onJoin: () => void;
}) {
  const t = useTranslations('ui.answer');
  const linesOf = useAnswerLines();
  const textOf = (content: AnswerContent) =>
    linesOf(content)
      .map(({ label, text }) => `${label}\n${text}`)
      .join('\n\n');
  const { by, at } = props.theirs;
  const other = by === '' || by === props.me ? null : by;
  return (
    <Collision
      explanation={
        other === null
          ? t('collidedSelf', { time: formatTime(at) })
          : t('collided', { name: other, time: formatTime(at) })
      }
      mine={{ text: textOf(props.mine), note: t('notSaved') }}
      theirs={{ text: textOf(props.theirs.content), by: other, note: formatTime(at) }}
      onTakeMine={props.onTakeMine}
      onTakeTheirs={props.onTakeTheirs}
      onJoin={props.onJoin}
    />
  );
}
