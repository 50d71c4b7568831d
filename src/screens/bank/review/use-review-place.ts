'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { filterNamed, type ReviewFilter, stepWithin } from '@/domain/review-filters';
import { isJudged, listedItems, type Review } from './review-data';

/** Where the reader is: the filter, the words searched for and the open item, all in the address; and what a screen reader hears on a move. */
export function useReviewPlace(review: Review, start: { filter: string | null; number: string | null; words: string }) {
  const t = useTranslations('bank.review');
  const { items } = review;
  const [filter, setFilter] = useState<ReviewFilter>(() => {
    const asked = filterNamed(start.filter);
    return asked === 'unread' && !review.may.read ? 'all' : asked;
  });
  const [words, setWords] = useState(start.words);
  const [openId, setOpenId] = useState(() => {
    const listed = listedItems(review, { filter, words, read: new Set() });
    const asked = items.find((item) => item.number === start.number);
    const waiting = listed.find((item) => isJudged(item) && item.verdict === null);
    return (asked ?? waiting ?? listed[0] ?? items[0])?.itemId ?? '';
  });
  const [said, setSaid] = useState('');
  const arrived = useRef(false);
  const current = items.find((item) => item.itemId === openId);
  const number = current?.number;

  useEffect(() => {
    if (arrived.current) document.getElementById(`review-${openId}`)?.focus();
    arrived.current = true;
  }, [openId]);
  const submitted = review.round !== null;
  useEffect(() => {
    if (!submitted) return;
    const parts = new URLSearchParams(filter === 'all' ? {} : { filter });
    if (words.trim() !== '') parts.set('words', words.trim());
    if (number !== undefined) parts.set('item', number);
    window.history.replaceState(null, '', `?${parts.toString()}`);
  }, [filter, words, number, submitted]);

  const open = (itemId: string, read: ReadonlySet<string>) => {
    setOpenId(itemId);
    const listed = listedItems(review, { filter, words, read });
    const at = listed.findIndex((item) => item.itemId === itemId);
    setSaid(
      t('place', {
        number: items.find((item) => item.itemId === itemId)?.number ?? '',
        at: at + 1,
        all: listed.length,
        filter: t(`filters.${filter}`),
      }),
    );
  };
  const move = (step: 1 | -1, read: ReadonlySet<string>) => {
    if (!current) return;
    const next = stepWithin(items, listedItems(review, { filter, words, read }), current, step);
    if (next) open(next.itemId, read);
    else setSaid(t(step === 1 ? 'lastHere' : 'firstHere'));
  };
  return { filter, setFilter, words, setWords, current, open, move, said };
}
