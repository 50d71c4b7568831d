import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { EMBEDDED_DATABASE, embeddedEnvironment } from '../embedded/environment';
import { type Home, keptSecrets, openHome } from '../embedded/home';
import { type DatabaseUrls, dropDatabase, ensureDatabase, ensureLogins, urlsOf } from '../embedded/logins';
import { migrate } from '../migrate';
import { PlainFailure } from '../plain-failure';
import { isFree, rememberedPort } from '../ports';
import { buildWhenChanged } from './build';
import { keepCluster } from './kept-cluster';
import { holdFolder } from './run-lock';
import type { Stops } from './stops';
import { supervise, typescriptProgram } from './supervise';
import { startWebAndWorker } from './web-and-worker';

const DEFAULT_PORT = 3000;
const MAILBOX_PORT = 8025;

export interface Running {
  url: string;
  /** Null when mail goes to a server of one's own. */
  mailboxUrl: string | null;
  dataFolder: string | null;
}

type Say = (line: string) => void;

/** Everything on this machine: database, mailbox, demo, web and worker, on loopback. Throws PlainFailure. */
export async function startEmbedded(stops: Stops, say: Say): Promise<Running> {
  const port = await wantedPort();
  const home = openHome(process.env.DATA_DIR || '.data');
  if (home.insteadOf !== null) {
    say(
      `${home.insteadOf} は PostgreSQL の利用者が入れないフォルダーの下にあるため、データは ${home.folder} に置きます。 / ` +
        `PostgreSQL's user can't enter ${home.insteadOf}; data is kept in ${home.folder}.`,
    );
  }
  await holdFolder(home.folder);
  const secrets = keptSecrets(home);
  say('データベースを起動しています / Starting the database …');
  const superUrl = await keepCluster(
    {
      folder: home.folder,
      port: await rememberedPort(home.folder, 'postgres'),
      superPassword: secrets.superPassword,
    },
    stops,
    say,
  );
  await ensureLogins(superUrl, secrets);
  const urls = urlsOf(superUrl, EMBEDDED_DATABASE, secrets);
  const mailbox = await startMailboxProcess(home, stops, say);
  const url = `http://localhost:${port}`;
  Object.assign(process.env, embeddedEnvironment(urls, secrets, mailbox.smtpUrl, url), { DATA_DIR: home.folder });

  await prepareDatabase(home, superUrl, urls, say);
  await buildWhenChanged(say);
  say('起動しています / Starting web and worker …');
  const children = await startWebAndWorker(
    { port, host: '127.0.0.1', env: process.env, logs: join(home.folder, 'logs') },
    say,
  );
  for (const child of children) stops.add(() => child.stop());
  return { url, mailboxUrl: mailbox.httpUrl, dataFolder: home.folder };
}

async function wantedPort(): Promise<number> {
  const port = Number(process.env.PORT || DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new PlainFailure(
      'PORT は 1〜65535 の整数で指定してください。 / PORT must be a whole number from 1 to 65535.',
    );
  }
  if (await isFree(port)) return port;
  throw new PlainFailure(
    `ポート ${port} は使用中です。PORT=${port + 1} npm start のように別のポートを指定してください。 / ` +
      `Port ${port} is in use; choose another: PORT=${port + 1} npm start`,
  );
}

async function startMailboxProcess(home: Home, stops: Stops, say: Say): Promise<{ smtpUrl: string; httpUrl: string }> {
  const smtpPort = await rememberedPort(home.folder, 'smtp');
  const httpPort = await rememberedPort(home.folder, 'mailbox', MAILBOX_PORT);
  const program = typescriptProgram(new URL('../mailbox/main.ts', import.meta.url));
  const child = supervise(
    {
      name: 'mailbox',
      args: [...program, String(smtpPort), String(httpPort), join(home.folder, 'mailbox.jsonl')],
      cwd: process.cwd(),
      env: process.env,
      log: join(home.folder, 'logs', 'mailbox.log'),
    },
    say,
  );
  stops.add(() => child.stop());
  return { smtpUrl: `smtp://127.0.0.1:${smtpPort}`, httpUrl: `http://localhost:${httpPort}` };
}

/** A migrated database with the demo in it. A demo that a killed start left half-made is thrown away and made anew. */
async function prepareDatabase(home: Home, superUrl: string, urls: DatabaseUrls, say: Say): Promise<void> {
  const seeded = join(home.folder, 'demo-seeded');
  const made = await ensureDatabase(superUrl, EMBEDDED_DATABASE);
  if (!made && !existsSync(seeded)) {
    await dropDatabase(superUrl, EMBEDDED_DATABASE);
    await ensureDatabase(superUrl, EMBEDDED_DATABASE);
  }
  await migrate({ ...urls, withQueue: true });
  if (!(await isEmpty(urls.ownerUrl))) return;
  say('お試し用のデータを作成しています / Making the demo data …');
  const { seedDemo } = await import('../demo/seed');
  // Left over from a database that is gone, it would call a half-made demo whole.
  rmSync(seeded, { force: true });
  await seedDemo({ say });
  writeFileSync(seeded, '');
}

async function isEmpty(ownerUrl: string): Promise<boolean> {
  const client = postgres(ownerUrl, { max: 1 });
  try {
    return (await client`select 1 from platform.tenant limit 1`).length === 0;
  } finally {
    await client.end({ timeout: 5 });
  }
}
