'use client';

import { useTranslations } from 'next-intl';
import { ANSWER_STATUSES } from '@/domain/answer';
import { countClaims } from '@/domain/gap';
import { AnswerMark } from '@/screens/checklist/answer-mark';
import { DataTable } from '@/ui/data-table';
import { DefinitionList } from '@/ui/definition-list';
import { IconCheck, IconError } from '@/ui/icons';
import type { Category } from '../workspace/workspace-data';

/** How many items are answered in each category, and how many answers there are of each state. */
export function AnswerTotals({ categories }: { categories: readonly Category[] }) {
  const t = useTranslations('respondent.submission');
  const counts = countClaims(categories.flatMap(({ items }) => items.map((item) => item.content.status)));
  return (
    <aside aria-labelledby="totals">
      <div className="sec-h">
        <h2 id="totals">{t('totals')}</h2>
      </div>
      <DataTable
        caption={t('totalsCaption')}
        rows={categories}
        rowKey={(category) => category.name}
        columns={[
          {
            key: 'category',
            head: t('category'),
            cell: (category) => <span lang="ja">{category.name}</span>,
            rowHead: true,
          },
          {
            key: 'answered',
            head: t('answered'),
            className: 'num',
            cell: ({ items }) => {
              const done = items.filter((item) => item.missing.length === 0).length;
              return (
                <span className="row nowrap">
                  {done === items.length ? <IconCheck className="s16" /> : <IconError className="s16" />}
                  {t('doneOf', { done, total: items.length })}
                </span>
              );
            },
          },
        ]}
      />
      <DefinitionList
        className="mt16"
        items={ANSWER_STATUSES.map((status) => ({
          key: status,
          term: <AnswerMark status={status} />,
          value: counts[status],
        }))}
      />
    </aside>
  );
}
