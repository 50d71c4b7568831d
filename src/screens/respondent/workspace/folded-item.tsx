'use client';

import { useTranslations } from 'next-intl';
import type { Card } from '@/screens/checklist/answer-desk';
import { AnswerMark } from '@/screens/checklist/answer-mark';
import { IconCheck, IconChevronRight, IconReturn, IconWarn } from '@/ui/icons';
import { StatusMark } from '@/ui/status-mark';
import { Tag } from '@/ui/tag';
import { PresentNames } from './present-names';
import type { WorkspaceItem } from './workspace-data';

/** One item closed to a line: number, objective, state, and what is still missing or in trouble. */
export function FoldedItem(props: {
  item: WorkspaceItem;
  card: Card;
  isLead: boolean;
  /** The bank asked for it, and nothing came of that yet. */
  isUnmoved: boolean;
  /** Who else has it open. */
  others: readonly string[];
  onOpen: () => void;
}) {
  const t = useTranslations('respondent.workspace');
  const { item, card } = props;
  const troubled = ['offline', 'refused', 'overlong', 'collision'].includes(card.phase);
  const begun = card.content.status !== 'unanswered';
  return (
    <button type="button" className="fold" aria-expanded="false" onClick={props.onOpen}>
      <IconChevronRight className="s16" />
      <b>{item.number}</b>
      <span className="grow el" lang="ja">
        {item.item.objective}
      </span>
      {item.returned?.asks ? (
        props.isUnmoved ? (
          <StatusMark icon={<IconReturn />} label={t('askedFor')} tone="warn" emphasis="act" />
        ) : (
          <StatusMark icon={<IconCheck />} label={t('reactedTo')} tone="ok" />
        )
      ) : null}
      {troubled ? <StatusMark icon={<IconWarn />} label={t('notSaved')} tone="bad" emphasis="act" /> : null}
      {begun && card.missing.length > 0 && !troubled ? (
        <StatusMark icon={<IconWarn />} label={t('lacking')} tone="warn" emphasis="act" />
      ) : null}
      {props.isLead && item.assignee ? <Tag>{t('assigned', { name: item.assignee.name })}</Tag> : null}
      <PresentNames names={props.others} />
      {item.questions.some(({ state }) => state === 'open') ? <Tag>{t('asking')}</Tag> : null}
      {item.questions.some(({ state }) => state === 'answered') ? <Tag>{t('questionAnswered')}</Tag> : null}
      <AnswerMark status={card.content.status} />
    </button>
  );
}
