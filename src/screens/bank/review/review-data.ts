import type { inferRouterOutputs } from '@trpc/server';
import { typedText } from '@/domain/answer';
import { inFilter, type ReviewFilter } from '@/domain/review-filters';
import { foldForSearch } from '@/domain/search-text';
import type { AppRouter } from '@/trpc/root';

export type Review = inferRouterOutputs<AppRouter>['bank']['reviews']['show'];
export type ReviewItem = Review['items'][number];

/** Runs a change, then reads the whole anew; true when it went through. `shown`: the page itself says what failed. */
export type Change = (work: () => Promise<unknown>, shown?: (error: unknown) => boolean) => Promise<boolean>;

/** Items of the vendor's, which are judged; the bank's own are only shown. */
export const isJudged = (item: ReviewItem) => item.answeredBy !== 'bank';

/**
 * Not what the bank approved last: the answer or the item's text differs from last year's, or the item is new. In a
 * first year, and in a further round, the answer differs from the round before.
 */
export function isChanged(item: ReviewItem, hasLastYear: boolean): boolean {
  if (item.vendor === null) return false;
  if (item.previous?.content != null) return true;
  if (!hasLastYear) return false;
  return item.lastYear === null || item.lastYear.textChanged || !item.lastYear.unchanged;
}

/** The vendor asks something about it, and nobody has answered. */
export const hasOpenQuestion = (item: ReviewItem) => item.questions.some(({ state }) => state === 'open');

/** Whether the 通番 begins with the words, or the printed objective or the answer holds them; width, case and kana apart. */
function holds(item: ReviewItem, words: string): boolean {
  const sought = foldForSearch(words.trim());
  if (sought === '') return true;
  const { number, category, objective, vendor } = item;
  const text = `${category}\n${objective}\n${vendor ? typedText(vendor.content) : ''}`;
  return foldForSearch(number).startsWith(sought) || foldForSearch(text).includes(sought);
}

/** What is listed: the filter, the words that are searched for, and what was opened since the page was read. */
export interface ListView {
  filter: ReviewFilter;
  words: string;
  read: ReadonlySet<string>;
}

export function listedItems(review: Review, { filter, words, read }: ListView): ReviewItem[] {
  const hasLastYear = review.head.lastYear !== null;
  return review.items.filter(
    (item) =>
      holds(item, words) &&
      inFilter(filter, {
        answered: item.vendor !== null,
        judged: item.verdict !== null,
        changed: isChanged(item, hasLastYear),
        gap: item.gap !== null,
        commented:
          item.comment !== null ||
          item.notes.length > 0 ||
          item.previous?.comment != null ||
          item.previous?.reply != null,
        read: item.read || read.has(item.itemId),
        asked: hasOpenQuestion(item),
      }),
  );
}
