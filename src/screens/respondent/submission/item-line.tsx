'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { AnswerMark } from '@/screens/checklist/answer-mark';
import { ButtonLink } from '@/ui/button-link';
import type { WorkspaceItem } from '../workspace/workspace-data';

/** One item of the final check: its 通番 and text, its answer's state, what is to be said of it, and the way to it. */
export function ItemLine(props: {
  assessmentId: string;
  item: WorkspaceItem;
  /** Beside the state. */
  says?: ReactNode;
  /** Below it. */
  children?: ReactNode;
}) {
  const t = useTranslations('respondent.submission');
  const { item } = props;
  return (
    <li>
      <b>{item.number}</b>
      <div className="grow">
        <p lang="ja">{item.item.objective}</p>
        <div className="says">
          <AnswerMark status={item.content.status} />
          {props.says}
        </div>
        {props.children}
      </div>
      <ButtonLink href={`/respond/${props.assessmentId}?item=${encodeURIComponent(item.number)}`}>
        {t('goTo')} <span className="vh">{t('itemNumber', { number: item.number })}</span>
      </ButtonLink>
    </li>
  );
}
