import { auditorRouter } from './auditor';
import { bankRouter } from './bank';
import { entryRouter } from './entry';
import { createCallerFactory, router } from './init';
import { organisationRouter } from './master';
import { respondentRouter } from './respondent';

export const appRouter = router({
  entry: entryRouter,
  bank: bankRouter,
  respondent: respondentRouter,
  organisation: organisationRouter,
  auditor: auditorRouter,
});

export type AppRouter = typeof appRouter;

export const createCaller = createCallerFactory(appRouter);
