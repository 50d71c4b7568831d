import { eq } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { member } from '@/db/schema/bank';
import type { MailVerdict } from '@/domain/mail-rule';
import type { MailRow } from './require-mail';

/** A word about a membership holds while the membership does. */
export async function decideMemberMail(tx: Transaction, row: MailRow): Promise<MailVerdict> {
  if (row.memberId === null) return 'cancel';
  const [found] = await tx.select({ disabledAt: member.disabledAt }).from(member).where(eq(member.id, row.memberId));
  return found && found.disabledAt === null ? 'send' : 'cancel';
}
