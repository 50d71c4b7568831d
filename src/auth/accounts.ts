import { eq } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { newId } from '@/db/new-id';
import { userAccount } from '@/db/schema/platform';

/** The account behind a member's address, made if need be; returns its id. An account alone opens nothing. */
export async function ensureAccount(tx: Transaction, address: string): Promise<string> {
  await tx.insert(userAccount).values({ id: newId(), email: address }).onConflictDoNothing();
  const [row] = await tx.select({ id: userAccount.id }).from(userAccount).where(eq(userAccount.email, address));
  if (!row) throw new Error('the account was not kept');
  return row.id;
}
