'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { asksFor } from '@/domain/returned-round';
import { Notice } from '@/ui/notice';
import type { WorkspaceItem } from './workspace-data';

/** What the bank said about this item when it returned the submission, and the vendor's reply to its comment. */
export function ReturnedWords(props: {
  item: WorkspaceItem;
  /** What the vendor says of it. */
  reply: ReactNode;
}) {
  const t = useTranslations('respondent.workspace');
  const verdicts = useTranslations('states.verdict');
  const { returned } = props.item;
  if (returned === null) return null;
  const asks = asksFor(returned);
  return (
    <>
      <Notice
        tone={asks ? 'warn' : 'info'}
        title={returned.verdict ? t('bankSays', { verdict: verdicts(returned.verdict) }) : t('bankComments')}
      >
        {returned.reason ? <p className="keep">{returned.reason}</p> : null}
        {returned.comment ? <p className="keep">{returned.comment}</p> : null}
      </Notice>
      {asks ? props.reply : null}
    </>
  );
}
