'use client';

import { useTranslations } from 'next-intl';
import { IconLock, IconPencil } from '@/ui/icons';
import { StatusMark } from '@/ui/status-mark';

/** 下書き or 公開済み. */
export function EditionMark({ published }: { published: boolean }) {
  const t = useTranslations('checklists.state');
  return published ? (
    <StatusMark icon={<IconLock />} label={t('published')} tone="ok" />
  ) : (
    <StatusMark icon={<IconPencil />} label={t('draft')} tone="run" />
  );
}
