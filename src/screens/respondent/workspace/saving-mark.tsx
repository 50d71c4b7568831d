'use client';

import { useTranslations } from 'next-intl';
import { formatSeconds } from '@/domain/date-format';
import type { DeskSnapshot } from '@/screens/checklist/typing-card';
import { IconPencil, IconSaved, IconWarn } from '@/ui/icons';
import { StatusMark } from '@/ui/status-mark';

/** How the texts of a page stand on their way to the server, all together. */
export interface Saving {
  /** Something needs the person. */
  troubled: boolean;
  unsaved: boolean;
  lastSavedAt: Date | null;
}

const TROUBLES = ['offline', 'refused', 'overlong', 'collision'];

export function savingOf(...desks: readonly DeskSnapshot<unknown>[]): Saving {
  const times = desks.flatMap(({ lastSavedAt }) => (lastSavedAt === null ? [] : [lastSavedAt.getTime()]));
  return {
    troubled: desks.some(({ cards }) => [...cards.values()].some(({ phase }) => TROUBLES.includes(phase))),
    unsaved: desks.some(({ unsaved }) => unsaved),
    lastSavedAt: times.length === 0 ? null : new Date(Math.max(...times)),
  };
}

/** Whether everything typed on the page is with the server. `short`: one word, where a phone has no room for more. */
export function SavingMark({ saving, short = false }: { saving: Saving; short?: boolean }) {
  const t = useTranslations('respondent.workspace');
  if (saving.troubled)
    return (
      <StatusMark
        icon={<IconWarn />}
        label={t(short ? 'short.notAllSaved' : 'notAllSaved')}
        tone="bad"
        emphasis="act"
      />
    );
  if (saving.unsaved)
    return <StatusMark icon={<IconPencil />} label={t(short ? 'short.savingSoon' : 'savingSoon')} tone="mute" />;
  if (saving.lastSavedAt === null)
    return <StatusMark icon={<IconSaved />} label={t(short ? 'short.autosave' : 'autosave')} tone="mute" />;
  return (
    <StatusMark
      icon={<IconSaved />}
      label={short ? t('short.autosaved') : t('autosaved', { time: formatSeconds(saving.lastSavedAt) })}
      tone="ok"
    />
  );
}
