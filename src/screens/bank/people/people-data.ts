import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '@/trpc/root';

export type People = inferRouterOutputs<AppRouter>['bank']['members']['list'];
export type Member = People['members'][number];
