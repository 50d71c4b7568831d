'use client';

import { useTranslations } from 'next-intl';
import type { LeftOutReason } from '@/domain/left-out';
import { Notice } from '@/ui/notice';

/** Who was left out of a piece of work for many, and why. Nothing when nobody was. */
export function LeftOutNotice({
  left,
}: {
  left: readonly { assessmentId: string; vendorName: string; why: LeftOutReason }[];
}) {
  const t = useTranslations('bank.campaigns.bulk');
  if (left.length === 0) return null;
  return (
    <Notice tone="warn" live="polite" title={t('leftTitle', { count: left.length })} className="mt16">
      <ul>
        {left.map((each) => (
          <li key={each.assessmentId}>{t('leftOut', { vendor: each.vendorName, why: t(`why.${each.why}`) })}</li>
        ))}
      </ul>
    </Notice>
  );
}
