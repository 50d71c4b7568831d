'use client';

import { useTranslations } from 'next-intl';
import { Notice } from '@/ui/notice';
import type { WorkspaceItem } from './workspace-data';

/** What the bank said about this item when it returned the submission. */
export function ReturnedWords({ item }: { item: WorkspaceItem }) {
  const t = useTranslations('respondent.workspace');
  const verdicts = useTranslations('states.verdict');
  const { returned } = item;
  if (returned === null) return null;
  const asks = returned.comment !== '' || returned.verdict === 'insufficient' || returned.verdict === 'check';
  return (
    <Notice
      tone={asks ? 'warn' : 'info'}
      title={returned.verdict ? t('bankSays', { verdict: verdicts(returned.verdict) }) : t('bankComments')}
    >
      {returned.reason ? <p className="keep">{returned.reason}</p> : null}
      {returned.comment ? <p className="keep">{returned.comment}</p> : null}
    </Notice>
  );
}
