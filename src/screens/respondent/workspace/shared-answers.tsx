'use client';

import { useTranslations } from 'next-intl';
import { AnswerRead } from '@/screens/checklist/answer-read';
import { ChecklistText } from '@/screens/checklist/checklist-text';
import { Disclosure } from '@/ui/disclosure';
import { Section } from '@/ui/section';
import type { WorkspaceData } from './workspace-data';

/** The bank's own items that it shares, to read. Nothing when it shares none. */
export function SharedAnswers({ data }: { data: WorkspaceData }) {
  const t = useTranslations('respondent.workspace');
  if (data.sharedItems.length === 0) return null;
  return (
    <Section id="shared-answers" title={t('sharedAnswers')}>
      {data.sharedItems.map((shared) => (
        <Disclosure
          key={shared.itemId}
          summary={
            <span lang="ja">
              {shared.number} {shared.item.objective}
            </span>
          }
        >
          <ChecklistText item={shared.item} headingLevel={3} />
          <AnswerRead content={shared.bank} />
        </Disclosure>
      ))}
    </Section>
  );
}
