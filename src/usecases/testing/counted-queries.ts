import type { Transaction } from '@/db/client';
import type { BankScope } from '@/db/scope';

/** What drizzle asks of its session for every statement that it sends. */
interface Session {
  prepareQuery(...args: unknown[]): unknown;
}

/** How many statements the work sends to the database as this member, the scope's own settings apart. */
export async function countedQueries(
  scope: BankScope,
  work: (counted: BankScope) => Promise<unknown>,
): Promise<number> {
  let sent = 0;
  const watch = (tx: Transaction) => {
    const { session } = tx as unknown as { session: Session };
    const prepare = session.prepareQuery.bind(session);
    session.prepareQuery = (...args) => {
      sent += 1;
      return prepare(...args);
    };
  };
  await work({
    ...scope,
    transaction: (run) =>
      scope.transaction((tx) => {
        watch(tx);
        return run(tx);
      }),
  });
  if (sent === 0) throw new Error('no statement was counted');
  return sent;
}
