import { loadEnv } from '@/env';
import { migrate } from '../migrate';
import { buildWhenChanged } from './build';
import type { Running } from './start-embedded';
import type { Stops } from './stops';
import { startWebAndWorker } from './web-and-worker';

/** Web and worker on the servers that the environment names; nothing is seeded. Throws EnvError, PlainFailure. */
export async function startOnServers(stops: Stops, say: (line: string) => void): Promise<Running> {
  const env = loadEnv(process.env, ['DATABASE_OWNER_URL']);
  const { DATABASE_OWNER_URL: ownerUrl = '', ...serving } = process.env;
  say('データベースを更新しています / Migrating the database …');
  await migrate({ ownerUrl, appUrl: env.DATABASE_URL, withQueue: !env.REDIS_URL });
  await buildWhenChanged(say);
  say('起動しています / Starting web and worker …');
  // The programs that serve never learn the owner's login.
  const children = await startWebAndWorker({ port: env.PORT, host: '0.0.0.0', env: serving, logs: null }, say);
  for (const child of children) stops.add(() => child.stop());
  return { url: env.TENKEN_URL, mailboxUrl: null, dataFolder: null };
}
