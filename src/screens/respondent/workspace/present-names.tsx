'use client';

import { useTranslations } from 'next-intl';
import { IconUsers } from '@/ui/icons';

/** 「○○さんも開いています」, where anybody else has it open. */
export function PresentNames({ names }: { names: readonly string[] }) {
  const t = useTranslations('respondent.workspace');
  if (names.length === 0) return null;
  return (
    <span className="here">
      <IconUsers className="s16" />
      {t('alsoHere', { names: names.join(t('joint')) })}
    </span>
  );
}
