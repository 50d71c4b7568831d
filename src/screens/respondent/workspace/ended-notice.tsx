'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAnswerLines } from '@/screens/checklist/answer-as-text';
import type { DeskSnapshot } from '@/screens/checklist/answer-desk';
import { refusalOf } from '@/trpc/client/refusal';
import { Button } from '@/ui/button';
import { IconCopy } from '@/ui/icons';
import { Notice } from '@/ui/notice';
import type { WorkspaceItem } from './workspace-data';

/**
 * The link was given to somebody else, or an item was taken back, while the page stood open: nothing goes to the bank any
 * more, and what was typed stays here to be copied.
 */
export function EndedNotice({ snapshot, items }: { snapshot: DeskSnapshot; items: readonly WorkspaceItem[] }) {
  const t = useTranslations('respondent.workspace.ended');
  const linesOf = useAnswerLines();
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const unsaved = items.flatMap((item) => {
    const card = snapshot.cards.get(item.itemId);
    return card?.phase === 'refused' && refusalOf(card.failure)?.code === 'not-found' ? [{ item, card }] : [];
  });
  if (unsaved.length === 0) return null;
  const text = unsaved
    .map(({ item, card }) =>
      [
        t('itemHead', { number: item.number, objective: item.item.objective }),
        ...linesOf(card.content).map(({ label, text: said }) => t('line', { label, text: said })),
      ].join('\n'),
    )
    .join('\n\n');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied('yes'),
      () => setCopied('failed'),
    );
  return (
    <Notice
      tone="bad"
      live="assertive"
      title={t('title')}
      actions={
        <Button look="neutral" size="sm" icon={<IconCopy />} onClick={() => void copy()}>
          {t('copy', { count: unsaved.length })}
        </Button>
      }
    >
      <p>{t('text')}</p>
      {copied === 'no' ? null : <p role="status">{copied === 'yes' ? t('copied') : t('copyFailed')}</p>}
    </Notice>
  );
}
