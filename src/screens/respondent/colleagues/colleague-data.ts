import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '@/trpc/root';

export type Asked = inferRouterOutputs<AppRouter>['respondent']['delegations']['list'];
export type Colleague = Asked['colleagues'][number];
