'use client';

import { useTranslations } from 'next-intl';
import { IconReturn } from '@/ui/icons';
import { Section } from '@/ui/section';
import { StatusMark } from '@/ui/status-mark';
import type { WorkspaceItem } from '../workspace/workspace-data';
import { ItemLine } from './item-line';

/** What the bank asked for with its return and nothing came of yet: it may be submitted so, but not unseen. */
export function UnmovedItems({ assessmentId, items }: { assessmentId: string; items: readonly WorkspaceItem[] }) {
  const t = useTranslations('respondent.submission');
  if (items.length === 0) return null;
  return (
    <Section
      id="unmoved"
      title={t('unmovedTitle', { count: items.length })}
      actions={<StatusMark icon={<IconReturn />} label={t('mayStand')} tone="warn" emphasis="act" />}
    >
      <p className="read">{t('unmovedText')}</p>
      <ul className="ms">
        {items.map((item) => (
          <ItemLine key={item.itemId} assessmentId={assessmentId} item={item}>
            {item.returned?.comment ? <p className="keep">{t('bankSaid', { text: item.returned.comment })}</p> : null}
          </ItemLine>
        ))}
      </ul>
    </Section>
  );
}
