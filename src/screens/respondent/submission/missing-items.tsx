'use client';

import { useTranslations } from 'next-intl';
import { AnswerMark } from '@/screens/checklist/answer-mark';
import { ButtonLink } from '@/ui/button-link';
import { IconError } from '@/ui/icons';
import { Section } from '@/ui/section';
import { StatusMark } from '@/ui/status-mark';
import type { WorkspaceData } from '../workspace/workspace-data';

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
          <li key={item.itemId}>
            <b>{item.number}</b>
            <div className="grow">
              <p lang="ja">{item.item.objective}</p>
              <p className="row">
                <AnswerMark status={item.content.status} />
                <span>{item.missing.map((part) => parts(part)).join(t('joint'))}</span>
              </p>
            </div>
            <ButtonLink href={`/respond/${data.assessmentId}?item=${item.number}`}>
              {t('goTo')} <span className="vh">{t('itemNumber', { number: item.number })}</span>
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}
