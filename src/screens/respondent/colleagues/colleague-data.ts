import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '@/trpc/root';

export type Colleague = inferRouterOutputs<AppRouter>['respondent']['delegations']['list']['colleagues'][number];
