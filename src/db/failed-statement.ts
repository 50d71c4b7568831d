import { DrizzleQueryError } from 'drizzle-orm';
import postgres from 'postgres';

/**
 * A statement that failed, as the rest of the house may know and log it: its text, and what PostgreSQL calls the failure.
 * Never the values, which are answers, addresses and hashes: neither those that were sent with it, nor those that
 * PostgreSQL repeats in its details.
 */
export class FailedStatement extends Error {
  /** SQLSTATE; '' where the server was not reached. */
  override readonly cause: { code: string };

  constructor(cause: unknown, query: string) {
    const { code, message } = saidBy(cause);
    super(`${message}: ${query}`);
    this.name = 'FailedStatement';
    this.cause = { code };
  }
}

/** What went wrong inside a transaction or at its end, on its way out. */
export function withoutValues(error: unknown): unknown {
  if (error instanceof DrizzleQueryError) return new FailedStatement(error.cause, error.query);
  return error instanceof postgres.PostgresError ? new FailedStatement(error, 'commit') : error;
}

/** PostgreSQL's data exceptions（class 22）quote the value in their message as well. */
function saidBy(cause: unknown): { code: string; message: string } {
  if (!(cause instanceof Error)) return { code: '', message: 'the statement failed' };
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  return { code, message: code.startsWith('22') ? `a value was refused (${code})` : cause.message };
}
