import { and, eq, lt } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { mail } from '@/db/schema/record';
import type { AssessmentMailRow } from './require-mail';

/** The mails that carried earlier links of the same assessment. */
export function earlierInvitations(
  tx: Transaction,
  row: AssessmentMailRow,
): Promise<Pick<AssessmentMailRow, 'address' | 'state'>[]> {
  return tx
    .select({ address: mail.address, state: mail.state })
    .from(mail)
    .where(and(eq(mail.assessmentId, row.assessmentId), eq(mail.kind, 'invitation'), lt(mail.id, row.id)));
}
