'use client';

import { useTranslations } from 'next-intl';
import { mustBeOpened } from '@/domain/review-delta';
import { Tag } from '@/ui/tag';
import type { ReviewItem } from './review-data';

/** Whether the item may be taken together with other unchanged ones, or why it is looked at by itself. */
export function DeltaNote({ item, read }: { item: ReviewItem; read: boolean }) {
  const t = useTranslations('bank.review.delta');
  const { delta } = item;
  if (delta === null) return null;
  if (delta.way === 'together') {
    return (
      <p className="row sub mt8">
        <Tag>{t('together')}</Tag> {t(`since.${delta.since}`)}
      </p>
    );
  }
  return (
    <p className="row sub mt8">
      {t('singly')}
      {delta.reasons.map((reason) => (
        <Tag key={reason}>{t(`reasons.${reason}`)}</Tag>
      ))}
      {mustBeOpened(delta) ? t(read ? 'opened' : 'toOpen') : null}
    </p>
  );
}
