import 'server-only';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { createLogger } from '@/adapters/logger';
import { Refusal } from '@/domain/refusal';
import { nextContext } from './next-context';
import { appRouter } from './root';

/** Calls in one request; more are refused, since each would run on one look at the session. */
const MAX_BATCH = 10;
const MAX_BODY_BYTES = 2_000_000;
const log = createLogger({ base: { process: 'web' } });

/** Every procedure call over HTTP. Changing calls from another site never get here (proxy), nor larger ones further. */
export async function answerProcedureCalls(request: Request): Promise<Response> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES) return new Response(null, { status: 413 });
  const response = await fetchRequestHandler({
    endpoint: '/api/trpc',
    req: request,
    router: appRouter,
    maxBatchSize: MAX_BATCH,
    createContext: ({ resHeaders }) => nextContext(resHeaders),
    onError({ error, path }) {
      if (error.cause instanceof Refusal) log.info({ path, refusal: error.cause.code }, 'refused');
      else log.error({ path, err: error.cause ?? error }, 'failed');
    },
  });
  response.headers.set('cache-control', 'no-store');
  return response;
}
