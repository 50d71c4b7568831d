'use client';

import { useTranslations } from 'next-intl';
import { IconError } from '@/ui/icons';
import { Section } from '@/ui/section';
import { StatusMark } from '@/ui/status-mark';
import type { WorkspaceItem } from '../workspace/workspace-data';
import { ItemLine } from './item-line';

/** Where a text typed in this browser is not on the server yet: opening the item sends it, or says what hinders. */
export function UnsentItems({ assessmentId, items }: { assessmentId: string; items: readonly WorkspaceItem[] }) {
  const t = useTranslations('respondent.submission.unsent');
  const check = useTranslations('respondent.submission');
  if (items.length === 0) return null;
  return (
    <Section
      id="unsent"
      title={t('title', { count: items.length })}
      actions={<StatusMark icon={<IconError />} label={check('notYet')} tone="bad" emphasis="act" />}
    >
      <p className="read">{t('text')}</p>
      <ul className="ms">
        {items.map((item) => (
          <ItemLine key={item.itemId} assessmentId={assessmentId} item={item} />
        ))}
      </ul>
    </Section>
  );
}
