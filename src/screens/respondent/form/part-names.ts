'use client';

import { useTranslations } from 'next-intl';
import type { MissingPart } from '@/domain/answer';

/** The names of what an answer lacks, in a row. */
export function usePartNames(): (parts: readonly MissingPart[]) => string {
  const t = useTranslations('respondent.form');
  const labels = useTranslations('ui.answer');
  const nameOf = (part: MissingPart) => {
    if (part === 'evidence') return t('evidenceLabel');
    return part === 'outcome' ? t('outcomeLabel') : labels(part);
  };
  return (parts) => parts.map(nameOf).join(t('joint'));
}
