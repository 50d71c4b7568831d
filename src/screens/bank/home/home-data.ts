import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '@/trpc/root';

export type Today = inferRouterOutputs<AppRouter>['bank']['home']['today'];
export type TodayOfCampaign = Today['campaigns'][number];
