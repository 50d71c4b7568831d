'use client';

import { useTranslations } from 'next-intl';
import { IconError } from '@/ui/icons';
import { Section } from '@/ui/section';
import { StatusMark } from '@/ui/status-mark';
import type { WorkspaceData } from '../workspace/workspace-data';
import { ItemLine } from './item-line';

/** Every item that hinders submission, what it lacks, and the way to it. Nothing when none does. */
export function MissingItems({ data }: { data: WorkspaceData }) {
  const t = useTranslations('respondent.submission');
  const parts = useTranslations('ui.answer.missing');
  const lacking = data.items.filter((item) => item.missing.length > 0);
  if (lacking.length === 0) return null;
  return (
    <Section
      id="missing"
      title={t('missingTitle', { count: lacking.length })}
      actions={<StatusMark icon={<IconError />} label={t('notYet')} tone="bad" emphasis="act" />}
    >
      <ul className="ms">
        {lacking.map((item) => (
          <ItemLine
            key={item.itemId}
            assessmentId={data.assessmentId}
            item={item}
            says={
              <div>
                {item.missing.map((part) => (
                  <p key={part}>{parts(part)}</p>
                ))}
              </div>
            }
          />
        ))}
      </ul>
    </Section>
  );
}
