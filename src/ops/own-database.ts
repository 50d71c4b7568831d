import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from './embedded/cluster';
import { ensureDatabase, ensureLogins, urlsOf } from './embedded/logins';
import { migrate } from './migrate';
import { freePort } from './ports';

export interface OwnDatabase {
  ownerUrl: string;
  appUrl: string;
  /** Sees and changes everything: for looking at what stands, never for what the product does. */
  superUrl: string;
  /** Where a web server started beside it serves: what TENKEN_URL says. */
  webPort: number;
  /** Everything that the database server has written to its own log. */
  serverLog(): string;
  /** Ends the server and removes its folder. */
  stop(): Promise<void>;
}

/**
 * A migrated PostgreSQL of a program's own in a temporary folder, for measuring and torturing. This process's environment
 * names it from then on, as the product expects, with a new secret and no mail server.
 */
export async function startOwnDatabase(name: string): Promise<OwnDatabase> {
  const folder = mkdtempSync(join(tmpdir(), `tenken-${name}-`));
  chmodSync(folder, 0o755);
  const secret = () => randomBytes(16).toString('hex');
  const cluster = await startCluster({ folder, port: await freePort(), superPassword: secret() });
  const stop = async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const serverLog = () => readFileSync(join(folder, 'postgres', 'log'), 'utf8');
  try {
    const logins = { ownerPassword: secret(), appPassword: secret() };
    await ensureLogins(cluster.superUrl, logins);
    await ensureDatabase(cluster.superUrl, name);
    const urls = urlsOf(cluster.superUrl, name, logins);
    await migrate({ ...urls, withQueue: true });
    const webPort = await freePort();
    Object.assign(process.env, {
      DATABASE_URL: urls.appUrl,
      DATABASE_OWNER_URL: urls.ownerUrl,
      SMTP_URL: 'smtp://127.0.0.1:9',
      TENKEN_SECRET: randomBytes(32).toString('hex'),
      TENKEN_URL: `http://localhost:${webPort}`,
      MAIL_FROM: `tenken@${name}.example`,
      EVIDENCE_DIR: join(folder, 'evidence'),
      LOG_LEVEL: 'silent',
    });
    const superUrl = new URL(cluster.superUrl);
    superUrl.pathname = `/${name}`;
    return { ownerUrl: urls.ownerUrl, appUrl: urls.appUrl, superUrl: superUrl.href, webPort, serverLog, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
