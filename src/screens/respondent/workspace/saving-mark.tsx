'use client';

import { useTranslations } from 'next-intl';
import { formatSeconds } from '@/domain/date-format';
import type { DeskSnapshot } from '@/screens/checklist/answer-desk';
import { IconPencil, IconSaved, IconWarn } from '@/ui/icons';
import { StatusMark } from '@/ui/status-mark';

/** Whether everything typed on the page is with the server. `short`: one word, where a phone has no room for more. */
export function SavingMark({ snapshot, short = false }: { snapshot: DeskSnapshot; short?: boolean }) {
  const t = useTranslations('respondent.workspace');
  const troubled = [...snapshot.cards.values()].some(({ phase }) =>
    ['offline', 'refused', 'overlong', 'collision'].includes(phase),
  );
  if (troubled)
    return (
      <StatusMark
        icon={<IconWarn />}
        label={t(short ? 'short.notAllSaved' : 'notAllSaved')}
        tone="bad"
        emphasis="act"
      />
    );
  if (snapshot.unsaved)
    return <StatusMark icon={<IconPencil />} label={t(short ? 'short.savingSoon' : 'savingSoon')} tone="mute" />;
  if (snapshot.lastSavedAt === null)
    return <StatusMark icon={<IconSaved />} label={t(short ? 'short.autosave' : 'autosave')} tone="mute" />;
  return (
    <StatusMark
      icon={<IconSaved />}
      label={short ? t('short.autosaved') : t('autosaved', { time: formatSeconds(snapshot.lastSavedAt) })}
      tone="ok"
    />
  );
}
