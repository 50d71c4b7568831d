import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '@/trpc/root';

export type Review = inferRouterOutputs<AppRouter>['bank']['reviews']['show'];
export type ReviewItem = Review['items'][number];

/** Items of the vendor's, which are judged; the bank's own are only shown. */
export const isJudged = (item: ReviewItem) => item.answeredBy !== 'bank';

/** The answer differs from the round before. */
export const isChanged = (item: ReviewItem) => item.previous?.content != null;
