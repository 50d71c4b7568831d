import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { env } from '@/env';

export type Database = PostgresJsDatabase<Record<string, never>>;
/** An open transaction whose role and settings are already in force. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

export interface Connection {
  database: Database;
  close(): Promise<void>;
}

/** Opens a pool with the serving login. Without a scope that login can read nothing. */
export function connect(url: string, options: { max?: number } = {}): Connection {
  const client = postgres(url, { max: options.max ?? 10, onnotice: () => undefined, prepare: true });
  return { database: drizzle(client, { casing: 'snake_case' }), close: () => client.end({ timeout: 5 }) };
}

const shared = globalThis as { tenkenConnection?: Connection };

/** The process's own pool on DATABASE_URL, opened at first use; one a process, also while a development server reloads. */
export function servingDatabase(): Database {
  shared.tenkenConnection ??= connect(env().DATABASE_URL);
  return shared.tenkenConnection.database;
}
