'use client';

import { useTranslations } from 'next-intl';
import { formatSeconds } from '@/domain/date-format';
import type { DeskSnapshot } from '@/screens/checklist/answer-desk';
import { IconPencil, IconSaved, IconWarn } from '@/ui/icons';
import { StatusMark } from '@/ui/status-mark';

/** Whether everything typed on the page is with the server. `markOnly`: the word for readers alone, where a phone has no room. */
export function SavingMark({ snapshot, markOnly = false }: { snapshot: DeskSnapshot; markOnly?: boolean }) {
  const t = useTranslations('respondent.workspace');
  const troubled = [...snapshot.cards.values()].some(({ phase }) =>
    ['offline', 'refused', 'overlong', 'collision'].includes(phase),
  );
  if (troubled)
    return <StatusMark icon={<IconWarn />} label={t('notAllSaved')} tone="bad" emphasis="act" markOnly={markOnly} />;
  if (snapshot.unsaved)
    return <StatusMark icon={<IconPencil />} label={t('savingSoon')} tone="mute" markOnly={markOnly} />;
  if (snapshot.lastSavedAt === null)
    return <StatusMark icon={<IconSaved />} label={t('autosave')} tone="mute" markOnly={markOnly} />;
  return (
    <StatusMark
      icon={<IconSaved />}
      label={t('autosaved', { time: formatSeconds(snapshot.lastSavedAt) })}
      tone="ok"
      markOnly={markOnly}
    />
  );
}
