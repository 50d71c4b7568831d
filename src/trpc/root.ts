import { bankRouter } from './bank';
import { entryRouter } from './entry';
import { createCallerFactory, router } from './init';
import { respondentRouter } from './respondent';

export const appRouter = router({ entry: entryRouter, bank: bankRouter, respondent: respondentRouter });

export type AppRouter = typeof appRouter;

export const createCaller = createCallerFactory(appRouter);
