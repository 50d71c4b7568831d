import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '@/trpc/root';

type Gaps = inferRouterOutputs<AppRouter>['bank']['gaps'];

export type GapPage = Gaps['list'];
export type GapHistoryView = Gaps['history'];

/** Where the years of a gap's item stand. */
export const hrefOfHistory = ({ assessmentId, itemId }: { assessmentId: string; itemId: string }) =>
  `/gaps/${assessmentId}/${itemId}`;
