'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import { REVIEW_FILTERS, type ReviewFilter } from '@/domain/review-filters';
import { AnswerMark } from '@/screens/checklist/answer-mark';
import { FilterPills } from '@/ui/filter-pills';
import { IconSearch } from '@/ui/icons';
import { Tag } from '@/ui/tag';
import { TextInput } from '@/ui/text-input';
import {
  hasOpenQuestion,
  isChanged,
  isJudged,
  type ListView,
  listedItems,
  type Review,
  type ReviewItem,
} from './review-data';
import { VerdictMark } from './verdict-mark';

/** The items by category, searched and filtered; each filter counts what it lists. `children` stand below the filters. */
export function ItemList(props: {
  review: Review;
  view: ListView;
  onFilter: (filter: ReviewFilter) => void;
  onWords: (words: string) => void;
  openId: string;
  onOpen: (itemId: string) => void;
  children: ReactNode;
}) {
  const t = useTranslations('bank.review');
  const { review, view } = props;
  const items = listedItems(review, view);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (list.current) bringIntoView(list.current, props.openId);
  }, [props.openId]);
  const categories = [...new Set(items.map((item) => item.category))];
  const anyAsked = review.items.some(hasOpenQuestion);
  const filters = REVIEW_FILTERS.filter(
    (each) => (each !== 'unread' || review.may.read) && (each !== 'asked' || each === view.filter || anyAsked),
  );
  return (
    <nav className="left" aria-label={t('items')}>
      <div className="fl">
        <TextInput
          label={t('search')}
          hideLabel
          type="search"
          placeholder={t('search')}
          icon={<IconSearch />}
          maxLength={100}
          value={view.words}
          onChange={(event) => props.onWords(event.target.value)}
        />
        <FilterPills
          label={t('filter')}
          value={view.filter}
          onChange={props.onFilter}
          pills={filters.map((each) => ({
            value: each,
            label: t(`filters.${each}`),
            count: listedItems(review, { ...view, filter: each }).length,
          }))}
        />
        {props.children}
      </div>
      <div className="lst" ref={list}>
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
                  <li key={item.itemId} className={item.itemId === props.openId ? 'on' : undefined}>
                    <button
                      type="button"
                      data-item={item.itemId}
                      aria-current={item.itemId === props.openId ? 'true' : undefined}
                      onClick={() => props.onOpen(item.itemId)}
                    >
                      <Line item={item} changed={isChanged(item, review.head.lastYear !== null)} />
                    </button>
                  </li>
                ))}
            </ul>
          </details>
        ))}
        {items.length === 0 ? <p className="fl">{t('noneHere')}</p> : null}
      </div>
    </nav>
  );
}

/** Some of the list above and below the open item. */
const MARGIN_PX = 48;

/** Moves the list's own scroll, never the page's: the list shows where the reader is, whatever opened the item. */
function bringIntoView(list: HTMLElement, itemId: string): void {
  const open = list.querySelector(`[data-item="${itemId}"]`)?.getBoundingClientRect();
  if (!open) return;
  const frame = list.getBoundingClientRect();
  if (open.top < frame.top) list.scrollTop -= frame.top - open.top + MARGIN_PX;
  else if (open.bottom > frame.bottom) list.scrollTop += open.bottom - frame.bottom + MARGIN_PX;
}

function Line({ item, changed }: { item: ReviewItem; changed: boolean }) {
  const t = useTranslations('bank.review');
  return (
    <>
      <span className="no">{item.number}</span>
      <span className="ti" lang="ja">
        {item.objective}
      </span>
      <span className="mt2">
        {item.vendor ? <AnswerMark status={item.vendor.content.status} /> : null}
        {isJudged(item) ? null : <Tag>{t('bankItem')}</Tag>}
        {changed ? <Tag>{t('changed')}</Tag> : null}
        {item.comment || item.previous?.reply ? <Tag>{t('commented')}</Tag> : null}
        {hasOpenQuestion(item) ? <Tag>{t('asked')}</Tag> : null}
        {isJudged(item) ? (
          <span className="vd">
            {item.verdict?.takenTogether ? <Tag>{t('togetherShort')}</Tag> : null}{' '}
            <VerdictMark verdict={item.verdict?.value ?? null} />
          </span>
        ) : null}
      </span>
    </>
  );
}
