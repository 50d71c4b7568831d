import type { Transaction } from '@/db/client';
import { lastDueDateChanges } from '../reminders/due-date-changes';
import type { AssessmentMailRow } from './require-mail';

/** The date that a changed due date took the place of; the mail's occasion is the revision that changed it. */
export async function previousDueDate(tx: Transaction, row: AssessmentMailRow): Promise<string> {
  const change = (await lastDueDateChanges(tx, row.campaignId, row.assessmentId)).get(row.assessmentId);
  if (change?.revisionId !== row.occasion) throw new Error('the due date was changed again');
  return change.previous;
}
