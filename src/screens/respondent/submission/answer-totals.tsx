'use client';

import { useTranslations } from 'next-intl';
import { ANSWER_STATUSES } from '@/domain/answer';
import { countClaims } from '@/domain/gap';
import { changedSinceLastYear } from '@/domain/second-look';
import { AnswerMark } from '@/screens/checklist/answer-mark';
import { DataTable } from '@/ui/data-table';
import { DefinitionList } from '@/ui/definition-list';
import { IconCheck, IconError } from '@/ui/icons';
import { categoriesOf, type WorkspaceData, type WorkspaceItem } from '../workspace/workspace-data';

/**
 * Of the items given: how many are done in each category, how many answers there are of each state and differ from last
 * year's, and how many files go with them.
 */
export function AnswerTotals(props: {
  title: string;
  items: readonly WorkspaceItem[];
  evidence: WorkspaceData['evidence'];
  isDone: (item: WorkspaceItem) => boolean;
}) {
  const t = useTranslations('respondent.submission');
  const { items, isDone } = props;
  const counts = countClaims(items.map((item) => item.content.status));
  const changed = changedSinceLastYear(items.map(({ content, prior }) => ({ content, prior: prior?.content ?? null })));
  const ids = new Set(items.map(({ itemId }) => itemId));
  const files = props.evidence.filter((file) => file.itemIds.some((itemId) => ids.has(itemId))).length;
  return (
    <aside className="sec" aria-labelledby="totals">
      <div className="sec-h">
        <h2 id="totals">{props.title}</h2>
      </div>
      <DataTable
        caption={t('totalsCaption')}
        rows={categoriesOf(items)}
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
            cell: (category) => {
              const done = category.items.filter(isDone).length;
              const total = category.items.length;
              return (
                <span className="row nowrap">
                  {done === total ? <IconCheck className="s16" /> : <IconError className="s16" />}
                  {t('doneOf', { done, total })}
                </span>
              );
            },
          },
        ]}
      />
      <DefinitionList
        className="mt16"
        items={[
          ...ANSWER_STATUSES.map((status) => ({
            key: status,
            term: <AnswerMark status={status} />,
            value: counts[status],
          })),
          ...(changed === null ? [] : [{ key: 'changed', term: t('changed'), value: changed }]),
          { key: 'evidence', term: t('evidence'), value: t('files', { count: files }) },
        ]}
      />
    </aside>
  );
}
