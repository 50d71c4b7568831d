import { resolve } from 'node:path';
import { runMigrations } from 'bullmq';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import pg from 'pg';
import postgres, { type Sql } from 'postgres';
import { QUEUE_SCHEMA } from '@/adapters/queue/postgres-backend';
import { loadEnv } from '@/env';
import { PlainFailure } from './plain-failure';

/** One migrator at a time on a database, whichever machine it runs on; an arbitrary, fixed number. */
const MIGRATION_LOCK = 7_365_360;

const SERVING_ROLES = ['tenken_bank', 'tenken_respondent', 'tenken_auditor', 'tenken_identity', 'tenken_organisation'];
const QUEUE_ROLE = 'tenken_queue';

export interface MigrationPlan {
  /** Owner of the database; needs CREATEROLE. */
  ownerUrl: string;
  /** The serving login, which must exist already; it is given the product's roles and nothing else. */
  appUrl: string;
  /** Whether the queue lives in this database (no REDIS_URL). */
  withQueue: boolean;
}

/** Brings a database up to date and gives the serving login its roles. Throws PlainFailure when a right is missing. */
export async function migrate(plan: MigrationPlan): Promise<void> {
  const serving = decodeURIComponent(new URL(plan.appUrl).username);
  const client = postgres(plan.ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await client`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await requireRights(client, serving);
    await applyMigrations(drizzle(client), { migrationsFolder: resolve('drizzle') });
    if (plan.withQueue) await migrateQueue(client, plan.ownerUrl);
    await grantRoles(client, serving);
  } finally {
    await client.end({ timeout: 5 });
  }
}

async function requireRights(client: Sql, serving: string): Promise<void> {
  const [owner] = await client<{ name: string; fit: boolean }[]>`
    select rolname as name, rolcreaterole or rolsuper as fit from pg_roles where rolname = current_user`;
  if (!owner?.fit) {
    throw new PlainFailure(
      `DATABASE_OWNER_URL のユーザー ${owner?.name} に CREATEROLE 権限がありません。 / ` +
        `The user of DATABASE_OWNER_URL, ${owner?.name}, needs CREATEROLE: ALTER ROLE ${owner?.name} CREATEROLE`,
    );
  }
  const [login] = await client<{ unfit: boolean }[]>`
    select rolsuper or rolbypassrls or rolcreaterole or rolname = current_user or pg_has_role(oid, current_user, 'MEMBER')
      as unfit from pg_roles where rolname = ${serving}`;
  if (!login) {
    throw new PlainFailure(
      `DATABASE_URL のユーザー ${serving} がデータベースにありません。 / The user of DATABASE_URL, ${serving}, does not exist: ` +
        `CREATE ROLE ${serving} LOGIN NOINHERIT PASSWORD '…'`,
    );
  }
  if (login.unfit) {
    throw new PlainFailure(
      `DATABASE_URL のユーザー ${serving} の権限が強すぎます。所有者でも管理者でもないユーザーにしてください。 / ` +
        `The user of DATABASE_URL, ${serving}, may do too much: it must not be the owner, a member of it, superuser, ` +
        `BYPASSRLS or CREATEROLE`,
    );
  }
}

async function migrateQueue(client: Sql, ownerUrl: string): Promise<void> {
  const queue = new pg.Client({ connectionString: ownerUrl });
  await queue.connect();
  try {
    await runMigrations(queue, QUEUE_SCHEMA);
  } finally {
    await queue.end();
  }
  const schema = client(QUEUE_SCHEMA);
  const role = client(QUEUE_ROLE);
  await client`grant usage on schema ${schema} to ${role}`;
  await client`grant select, insert, update, delete on all tables in schema ${schema} to ${role}`;
  await client`grant usage, select, update on all sequences in schema ${schema} to ${role}`;
  await client`revoke execute on all functions in schema ${schema} from public`;
  await client`grant execute on all functions in schema ${schema} to ${role}`;
}

/** Membership without inheritance: the login can read nothing until a transaction has taken a role on. */
async function grantRoles(client: Sql, serving: string): Promise<void> {
  const roles = [...SERVING_ROLES, QUEUE_ROLE];
  const [server] = await client<{ version: number }[]>`select current_setting('server_version_num')::int as version`;
  const perGrant = (server?.version ?? 0) >= 160_000;
  if (!perGrant) await client`alter role ${client(serving)} noinherit`;
  for (const role of roles) {
    await client.unsafe(
      `GRANT ${role} TO "${serving.replaceAll('"', '""')}"${perGrant ? ' WITH INHERIT FALSE, SET TRUE' : ''}`,
    );
  }
  const inherited = await client<{ rolname: string }[]>`
    select rolname from pg_roles where rolname = any(${roles}) and pg_has_role(${serving}, oid, 'USAGE')`;
  if (inherited.length) {
    throw new PlainFailure(
      `${serving} が ${inherited[0]?.rolname} の権限を引き継いでいます。 / ${serving} inherits the rights of ` +
        `${inherited[0]?.rolname}; it must be able to take the role on, not hold it: ALTER ROLE ${serving} NOINHERIT`,
    );
  }
}

if (import.meta.main) {
  const { DATABASE_URL, DATABASE_OWNER_URL = '', REDIS_URL } = loadEnv(process.env, ['DATABASE_OWNER_URL']);
  await migrate({ ownerUrl: DATABASE_OWNER_URL, appUrl: DATABASE_URL, withQueue: !REDIS_URL }).catch((error) => {
    process.stderr.write(`${error instanceof PlainFailure ? error.message : (error as Error).stack}\n`);
    process.exitCode = 1;
  });
}
