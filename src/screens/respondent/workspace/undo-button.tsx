'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import type { Card } from '@/screens/checklist/answer-desk';
import { Button } from '@/ui/button';
import { IconUndo } from '@/ui/icons';
import { useUndoKey } from './use-undo-key';

/** Puts the text back that was saved before. Once there it stays, resting when no step is left, so that no focus is lost. */
export function UndoButton({ card, onUndo }: { card: Card; onUndo: () => void }) {
  const t = useTranslations('respondent.workspace');
  useUndoKey(card.undoable ? onUndo : null);
  const shown = useRef(false);
  shown.current ||= card.undoable;
  if (!shown.current) return null;
  return (
    <Button
      look="quiet"
      size="sm"
      icon={<IconUndo />}
      aria-keyshortcuts="Control+Z Meta+Z"
      aria-disabled={!card.undoable}
      onClick={onUndo}
    >
      {t('undo')}
    </Button>
  );
}
