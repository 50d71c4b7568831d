import { bankRouter } from './bank';
import { entryRouter } from './entry';
import { createCallerFactory, router } from './init';

export const appRouter = router({ entry: entryRouter, bank: bankRouter });

export type AppRouter = typeof appRouter;

export const createCaller = createCallerFactory(appRouter);
