'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { Verdict } from '@/domain/gap';
import { AnswerMark } from '@/screens/checklist/answer-mark';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { FilterPills } from '@/ui/filter-pills';
import { Tag } from '@/ui/tag';
import { isChanged, isJudged, type Review, type ReviewItem } from './review-data';
import { VerdictMark } from './verdict-mark';

const FILTERS = {
  all: () => true,
  unjudged: (item: ReviewItem) => isJudged(item) && item.verdict === null,
  gaps: (item: ReviewItem) => item.gap !== null,
  changed: isChanged,
} as const;
type Filter = keyof typeof FILTERS;

/** The items by category, filtered; and 充足 accepted all at once. */
export function ItemList(props: {
  review: Review;
  openId: string;
  onOpen: (itemId: string) => void;
  onShown: (itemIds: string[]) => void;
  onJudgeAll: (list: { itemId: string; verdict: Verdict; reason: string; version: number }[]) => void;
}) {
  const t = useTranslations('bank.review');
  const { review, openId, onShown } = props;
  const [filter, setFilter] = useState<Filter>('all');
  const [asking, setAsking] = useState(false);
  const items = review.items.filter(FILTERS[filter]);
  const ids = items.map((item) => item.itemId).join(' ');
  useEffect(() => onShown(ids === '' ? [] : ids.split(' ')), [ids, onShown]);
  const categories = [...new Set(items.map((item) => item.category))];
  const plain = review.items.filter(
    (item) => isJudged(item) && item.verdict === null && item.vendor?.content.status === 'met',
  );
  return (
    <nav className="left" aria-label={t('items')}>
      <div className="fl">
        <FilterPills
          label={t('filter')}
          value={filter}
          onChange={setFilter}
          pills={(Object.keys(FILTERS) as Filter[]).map((each) => ({
            value: each,
            label: t(`filters.${each}`),
            count: review.items.filter(FILTERS[each]).length,
          }))}
        />
        {review.may.judge && plain.length > 0 ? (
          <Button size="sm" onClick={() => setAsking(true)}>
            {t('acceptAll', { count: plain.length })}
          </Button>
        ) : null}
      </div>
      <div className="lst">
        {categories.map((category) => (
          <details key={category} open>
            <summary>
              <span className="grow" lang="ja">
                {category}
              </span>
              <span className="num">{items.filter((item) => item.category === category).length}</span>
            </summary>
            <ul>
              {items
                .filter((item) => item.category === category)
                .map((item) => (
                  <li key={item.itemId} className={item.itemId === openId ? 'on' : undefined}>
                    <button
                      type="button"
                      aria-current={item.itemId === openId ? 'true' : undefined}
                      onClick={() => props.onOpen(item.itemId)}
                    >
                      <span className="no">{item.number}</span>
                      <span className="ti" lang="ja">
                        {item.objective}
                      </span>
                      <span className="mt2">
                        {item.vendor ? <AnswerMark status={item.vendor.content.status} /> : <Tag>{t('bankItem')}</Tag>}
                        {isChanged(item) ? <Tag>{t('changed')}</Tag> : null}
                        {isJudged(item) ? (
                          <span className="vd">
                            <VerdictMark verdict={item.verdict?.value ?? null} />
                          </span>
                        ) : null}
                      </span>
                    </button>
                  </li>
                ))}
            </ul>
          </details>
        ))}
        {items.length === 0 ? <p className="fl">{t('noneHere')}</p> : null}
      </div>
      <ConfirmDialog
        open={asking}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          props.onJudgeAll(
            plain.map((item) => ({
              itemId: item.itemId,
              verdict: 'accepted',
              reason: '',
              version: item.verdictVersion,
            })),
          );
        }}
        title={t('acceptAllTitle', { count: plain.length })}
        description={t('acceptAllText')}
        confirmLabel={t('acceptAll', { count: plain.length })}
        cancelLabel={t('cancel')}
      />
    </nav>
  );
}
