import { eq } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { mail } from '@/db/schema/record';
import { Refusal } from '@/domain/refusal';

export type MailRow = typeof mail.$inferSelect;

/** The mail, as far as this scope sees it; `not-found` else. `lock` holds it until the transaction ends. */
export async function requireMail(tx: Transaction, id: string, lock = false): Promise<MailRow> {
  const found = tx.select().from(mail).where(eq(mail.id, id));
  const [row] = lock ? await found.for('update') : await found;
  if (!row) throw new Refusal('not-found', {});
  return row;
}
