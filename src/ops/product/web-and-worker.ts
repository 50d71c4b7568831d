import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PlainFailure } from '../plain-failure';
import { STANDALONE } from './build';
import { type Supervised, supervise } from './supervise';

const READY_WITHIN_MS = 60_000;
/** A program that dies so often before the first page is served won't come up by itself. */
const HOPELESS_DEATHS = 4;

export interface WebAndWorkerPlan {
  port: number;
  /** The address to listen on. */
  host: string;
  env: NodeJS.ProcessEnv;
  /** Folder of the log files; null: to this process's own output. */
  logs: string | null;
}

/** Starts the built web server and the worker, and waits until the web server answers. Throws PlainFailure. */
export async function startWebAndWorker(plan: WebAndWorkerPlan, say: (line: string) => void): Promise<Supervised[]> {
  const log = (name: string) => (plan.logs === null ? null : resolve(plan.logs, `${name}.log`));
  const env: NodeJS.ProcessEnv = {
    ...plan.env,
    NODE_ENV: 'production',
    PORT: String(plan.port),
    HOSTNAME: plan.host,
    // They start in different folders and must see the same evidence.
    DATA_DIR: resolve(plan.env.DATA_DIR || '.data'),
    ...(plan.env.EVIDENCE_DIR && { EVIDENCE_DIR: resolve(plan.env.EVIDENCE_DIR) }),
  };
  const web = supervise({ name: 'web', args: ['server.js'], cwd: resolve(STANDALONE), env, log: log('web') }, say);
  const worker = supervise(
    { name: 'worker', args: [resolve('dist', 'worker.mjs')], cwd: resolve('dist'), env, log: log('worker') },
    say,
  );
  const until = performance.now() + READY_WITHIN_MS;
  while (!(await responds(plan.port))) {
    if (web.deaths >= HOPELESS_DEATHS || performance.now() > until) {
      await Promise.all([web.stop(), worker.stop()]);
      throw new PlainFailure(
        `web が起動しません。記録${plan.logs === null ? '' : ` ${log('web')} `}をご確認ください。 / ` +
          `The web server does not come up; see ${log('web') ?? 'its output above'}`,
      );
    }
    await pause(100);
  }
  return [web, worker];
}

/** Any answer will do: it is the server's, whatever it thinks of the question. */
async function responds(port: number): Promise<boolean> {
  try {
    await fetch(`http://127.0.0.1:${port}/icon.svg`, { signal: AbortSignal.timeout(5000), redirect: 'manual' });
    return true;
  } catch {
    return false;
  }
}
