'use client';

import { useTranslations } from 'next-intl';
import { AnswerMark } from '@/screens/checklist/answer-mark';
import { ButtonLink } from '@/ui/button-link';
import { IconReturn } from '@/ui/icons';
import { Section } from '@/ui/section';
import { StatusMark } from '@/ui/status-mark';
import type { WorkspaceItem } from '../workspace/workspace-data';

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
          <li key={item.itemId}>
            <b>{item.number}</b>
            <div className="grow">
              <p lang="ja">{item.item.objective}</p>
              <p className="row">
                <AnswerMark status={item.content.status} />
              </p>
              {item.returned?.comment ? <p className="keep">{t('bankSaid', { text: item.returned.comment })}</p> : null}
            </div>
            <ButtonLink href={`/respond/${assessmentId}?item=${encodeURIComponent(item.number)}`}>
              {t('goTo')} <span className="vh">{t('itemNumber', { number: item.number })}</span>
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}
