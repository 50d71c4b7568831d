import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '@/trpc/root';

type Campaigns = inferRouterOutputs<AppRouter>['bank']['campaigns'];

export type CampaignList = Campaigns['list'];
export type CampaignLine = CampaignList['campaigns'][number];
export type Preparation = Campaigns['prepare'];
export type CampaignView = Campaigns['show'];
export type AssessmentLine = CampaignView['assessments'][number];
export type FlightPlanView = Campaigns['flightPlan'];
