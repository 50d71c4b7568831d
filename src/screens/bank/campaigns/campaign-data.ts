import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '@/trpc/root';

type Bank = inferRouterOutputs<AppRouter>['bank'];

export type CampaignList = Bank['campaigns']['list'];
export type CampaignLine = CampaignList['campaigns'][number];
export type Preparation = Bank['campaigns']['prepare'];
export type CampaignView = Bank['campaigns']['show'];
export type FlightPlanView = Bank['campaigns']['flightPlan'];
export type AssessmentPage = Bank['assessments']['list'];
export type ChosenLine = Pick<
  AssessmentPage['lines'][number],
  'id' | 'vendorName' | 'inChargeId' | 'state' | 'dueDate'
>;
export type AssessmentLine = AssessmentPage['lines'][number];
export type CampaignDraft = Bank['campaigns']['showDraft'];
export type ServicePage = Bank['campaigns']['listServices'];
export type ServiceLine = ServicePage['lines'][number];
