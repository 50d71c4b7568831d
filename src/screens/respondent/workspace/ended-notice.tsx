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

/** Cards whose save met nothing any more: the link was given to somebody else, or the item was taken back. */
export function unsavedForGood({ cards }: DeskSnapshot, items: readonly WorkspaceItem[]) {
  return items.flatMap((item) => {
    const card = cards.get(item.itemId);
    return card?.phase === 'refused' && refusalOf(card.failure)?.code === 'not-found' ? [{ item, card }] : [];
  });
}

/** What was typed over those stays here to be copied: none of it goes to the bank any more. */
export function EndedNotice(props: {
  snapshot: DeskSnapshot;
  items: readonly WorkspaceItem[];
  /** True: the page goes on without these items; null: not known yet. */
  stillOpen: boolean | null;
}) {
  const { snapshot, items, stillOpen } = props;
  const t = useTranslations('respondent.workspace.ended');
  const linesOf = useAnswerLines();
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const unsaved = unsavedForGood(snapshot, items);
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
      title={
        stillOpen ? t('itemsTitle', { numbers: unsaved.map(({ item }) => item.number).join(t('joint')) }) : t('title')
      }
      actions={
        <Button look="neutral" size="sm" icon={<IconCopy />} onClick={() => void copy()}>
          {t('copy', { count: unsaved.length })}
        </Button>
      }
    >
      <p>{stillOpen ? t('itemsText') : t('text')}</p>
      {copied === 'no' ? null : <p role="status">{copied === 'yes' ? t('copied') : t('copyFailed')}</p>}
    </Notice>
  );
}
