import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '@/trpc/root';

type Checklists = inferRouterOutputs<AppRouter>['bank']['checklists'];

export type EditionPage = Checklists['list'];
export type EditionLine = EditionPage['editions'][number];
export type EditionView = Checklists['show'];
export type Comparison = Checklists['compare'];
export type EditionImport = Checklists['showImport'];
export type EditionProblem = EditionView['problems'][number];
