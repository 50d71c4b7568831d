'use client';

import { useTranslations } from 'next-intl';
import type { SealedTexts } from '@/screens/checklist/use-sealed-texts';
import { Notice } from '@/ui/notice';
import { ReplyField } from './reply-field';
import type { WorkspaceItem } from './workspace-data';

/** What the bank said about this item when it returned the submission, and the vendor's reply to its comment. */
export function ReturnedWords(props: {
  assessmentId: string;
  item: WorkspaceItem;
  writable: boolean;
  texts: SealedTexts;
}) {
  const t = useTranslations('respondent.workspace');
  const verdicts = useTranslations('states.verdict');
  const { returned } = props.item;
  if (returned === null) return null;
  const asks = returned.comment !== '' || returned.verdict === 'insufficient' || returned.verdict === 'check';
  return (
    <>
      <Notice
        tone={asks ? 'warn' : 'info'}
        title={returned.verdict ? t('bankSays', { verdict: verdicts(returned.verdict) }) : t('bankComments')}
      >
        {returned.reason ? <p className="keep">{returned.reason}</p> : null}
        {returned.comment ? <p className="keep">{returned.comment}</p> : null}
      </Notice>
      {returned.comment ? <ReplyField {...props} /> : null}
    </>
  );
}
