import { eq } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { member } from '@/db/schema/bank';
import { Refusal } from '@/domain/refusal';

/** A member of this bank by whom a list is narrowed; null: by nobody. `not-found` for anybody else's. */
export async function requirePerson(tx: Transaction, memberId: string | null): Promise<void> {
  if (memberId === null) return;
  const [found] = await tx.select({ id: member.id }).from(member).where(eq(member.id, memberId));
  if (!found) throw new Refusal('not-found', {});
}
