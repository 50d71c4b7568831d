'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect } from 'react';
import type { AnswerDesk, Card } from '@/screens/checklist/answer-desk';
import { useRefusalText } from '@/trpc/client/refusal';
import { showToast } from '@/ui/show-toast';
import type { WorkspaceData, WorkspaceItem } from '../workspace/workspace-data';
import { isWritable } from '../workspace/workspace-view';
import { ItemEvidence } from './item-evidence';
import { useEvidence } from './use-evidence';

/** The items for which a file is there. */
export function itemsShown(files: WorkspaceData['evidence']): Set<string> {
  return new Set(files.flatMap((file) => file.itemIds));
}

/**
 * The workspace's files: told to the desk, which knows what an answer lacks, and shown beside each answer. `signedOut`:
 * an upload met the end of the session.
 */
export function useWorkspaceEvidence(
  data: WorkspaceData,
  desk: AnswerDesk,
): { beside(item: WorkspaceItem, card: Card): ReactNode; signedOut: boolean; retry(): void } {
  const t = useTranslations('respondent.evidence');
  const refusalText = useRefusalText();
  const evidence = useEvidence(data, {
    onKnown: (sent, { fileName }) => showToast(t('known', { sent, kept: fileName })),
    onDaysRefused: ({ fileName }, error) =>
      showToast(t('daysRefused', { name: fileName, why: refusalText(error) }), { tone: 'bad' }),
  });
  const { files } = evidence;
  useEffect(() => desk.show(itemsShown(files)), [desk, files]);
  const writable = data.items.filter((item) => isWritable(data, item));
  return {
    beside: (item, card) => (
      <ItemEvidence
        key={`evidence-${item.itemId}`}
        assessmentId={data.assessmentId}
        item={item}
        items={writable}
        evidence={evidence}
        writable={isWritable(data, item)}
        isMissing={card.kept.version > 0 && card.phase === 'kept' && card.missing.includes('evidence')}
        today={data.today}
      />
    ),
    signedOut: evidence.snapshot.signedOut,
    retry: () => evidence.uploads.retry(),
  };
}
