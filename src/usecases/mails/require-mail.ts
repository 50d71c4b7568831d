import { eq } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { mail } from '@/db/schema/record';
import { Refusal } from '@/domain/refusal';

export type MailRow = typeof mail.$inferSelect;

/** A mail about an assessment. */
export type AssessmentMailRow = MailRow & { campaignId: string; assessmentId: string };

/** Tells a mail about an assessment from one about somebody's membership; the table's check has no third. */
export function isAboutAssessment(row: MailRow): row is AssessmentMailRow {
  return row.campaignId !== null && row.assessmentId !== null;
}

/** The mail, as far as this scope sees it; `not-found` else. `lock` holds it until the transaction ends. */
export async function requireMail(tx: Transaction, id: string, lock = false): Promise<MailRow> {
  const found = tx.select().from(mail).where(eq(mail.id, id));
  const [row] = lock ? await found.for('update') : await found;
  if (!row) throw new Refusal('not-found', {});
  return row;
}
