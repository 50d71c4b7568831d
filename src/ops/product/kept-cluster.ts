import { setTimeout as pause } from 'node:timers/promises';
import { type Cluster, type ClusterPlan, startCluster } from '../embedded/cluster';
import type { Stops } from './stops';

const RESTART_PAUSE_MS = 500;
const MAX_TRIES = 20;

/** Starts PostgreSQL and starts it again when it dies. Its URL stays the same. */
export async function keepCluster(plan: ClusterPlan, stops: Stops, say: (line: string) => void): Promise<string> {
  let current: Cluster = await startCluster(plan);
  stops.add(() => current.stop());
  const { superUrl } = current;

  const watch = async (): Promise<void> => {
    for (;;) {
      await current.ended;
      if (stops.stopping) return;
      say('PostgreSQL が終了しました。再起動します。 / PostgreSQL ended; restarting.');
      current = await again(plan);
    }
  };
  watch().catch((error: Error) => {
    say(error.message);
    process.kill(process.pid, 'SIGTERM');
  });
  return superUrl;
}

/** Processes of a killed server take a moment to notice; until then a new one can't take their place. */
async function again(plan: ClusterPlan): Promise<Cluster> {
  for (let tries = 1; ; tries += 1) {
    await pause(RESTART_PAUSE_MS);
    try {
      return await startCluster(plan);
    } catch (error) {
      if (tries === MAX_TRIES) throw error;
    }
  }
}
