'use client';

import { useTranslations } from 'next-intl';
import { formatSeconds } from '@/domain/date-format';
import { useRefusalText } from '@/trpc/client/refusal';
import { IconError, IconPencil, IconRefresh, IconSaved, IconWarn, IconWifiOff } from '@/ui/icons';
import { StatusMark } from '@/ui/status-mark';
import type { Card } from './typing-card';

/** Where one answer stands on its way to the server, in words. Nothing at all before the first save. */
export function SaveState(props: { card: Card<unknown> }) {
  const t = useTranslations('ui.answer.save');
  const refusalText = useRefusalText();
  const { phase, kept, failure } = props.card;
  switch (phase) {
    case 'typed':
      return <StatusMark icon={<IconPencil />} label={t('typed')} tone="mute" />;
    case 'saving':
      return <StatusMark icon={<IconRefresh />} label={t('saving')} tone="run" />;
    case 'offline':
      return <StatusMark icon={<IconWifiOff />} label={t('offline')} tone="bad" emphasis="act" />;
    case 'refused':
      return <StatusMark icon={<IconError />} label={refusalText(failure)} tone="bad" emphasis="act" />;
    case 'overlong':
      return <StatusMark icon={<IconWarn />} label={t('overlong')} tone="bad" emphasis="act" />;
    case 'collision':
      return <StatusMark icon={<IconWarn />} label={t('collision')} tone="warn" emphasis="act" />;
    case 'kept':
      if (kept.saved === null) return null;
      return (
        <span className="row">
          <StatusMark icon={<IconSaved />} label={t('saved', { time: formatSeconds(kept.saved.at) })} tone="ok" />
          {kept.saved.afterDue ? <StatusMark icon={<IconWarn />} label={t('afterDue')} tone="warn" /> : null}
        </span>
      );
  }
}
