import { and, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { newId } from '@/db/new-id';
import { memberSession, userAccount } from '@/db/schema/platform';
import { identityTransaction } from './doors';
import { providers } from './identity/providers';
import { masterOf } from './kept-master';

/** The account behind a member's address, made if need be; returns its id. An account alone opens nothing. */
export async function ensureAccount(tx: Transaction, address: string): Promise<string> {
  await tx.insert(userAccount).values({ id: newId(), email: address }).onConflictDoNothing();
  const [row] = await tx.select({ id: userAccount.id }).from(userAccount).where(eq(userAccount.email, address));
  if (!row) throw new Error('the account was not kept');
  return row.id;
}

/** The addresses of accounts, for mails to a bank's members. */
export async function addressesOf(
  tx: Transaction,
  userIds: readonly string[],
): Promise<{ userId: string; address: string }[]> {
  if (userIds.length === 0) return [];
  return tx
    .select({ userId: userAccount.id, address: userAccount.email })
    .from(userAccount)
    .where(inArray(userAccount.id, [...userIds]));
}

/** The accounts as a use case may know them: each question in a transaction of its own that sees identities alone. */
export const accounts = {
  providers,
  masterOf,
  ensure: (address: string) => identityTransaction((tx) => ensureAccount(tx, address)),
  addressesOf: async (userIds: readonly string[]) =>
    new Map(
      (await identityTransaction((tx) => addressesOf(tx, userIds))).map(({ userId, address }) => [userId, address]),
    ),
  endSessions: async (userId: string, tenantId: string) => {
    await identityTransaction((tx) =>
      tx.delete(memberSession).where(and(eq(memberSession.userId, userId), eq(memberSession.tenantId, tenantId))),
    );
  },
};
