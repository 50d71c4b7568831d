import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '@/trpc/root';

type Entry = inferRouterOutputs<AppRouter>['entry'];

export type Invitation = Entry['describeInvitation'];
export type Mine = Entry['myAssessments'];
