'use client';

import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/ui/button-link';
import { IconUser, IconUserPlus } from '@/ui/icons';
import { Tag } from '@/ui/tag';
import type { WorkspaceItem } from './workspace-data';

/** Who was asked for this item, and the way to ask somebody. */
export function AskColleague({ assessmentId, item }: { assessmentId: string; item: WorkspaceItem }) {
  const t = useTranslations('respondent.workspace');
  return (
    <>
      {item.assignee ? (
        <Tag>
          <IconUser className="s16" /> {t('assigned', { name: item.assignee.name })}
        </Tag>
      ) : null}
      <ButtonLink
        look="neutral"
        size="sm"
        icon={<IconUserPlus />}
        href={`/respond/${assessmentId}/colleagues?item=${encodeURIComponent(item.number)}`}
      >
        {t('ask')}
      </ButtonLink>
    </>
  );
}
