import { desc, eq } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { answerRevision, bankAnswerApproval } from '@/db/schema/answer';
import { type AnswerContent, EMPTY_ANSWER, sameContent } from '@/domain/answer';

/**
 * The bank's approved and shared answers by pinned item, as this vendor may read them: an override for its assessment,
 * unless that was emptied again, else the campaign's default. The newest approval counts.
 */
export async function sharedBankAnswers(tx: Transaction): Promise<Map<string, AnswerContent>> {
  const rows = await tx
    .select({
      itemId: bankAnswerApproval.itemId,
      assessmentId: bankAnswerApproval.assessmentId,
      content: answerRevision.content,
    })
    .from(bankAnswerApproval)
    .innerJoin(answerRevision, eq(answerRevision.id, bankAnswerApproval.revisionId))
    .orderBy(desc(bankAnswerApproval.approvedAt), desc(bankAnswerApproval.id));
  const newest = { default: new Map<string, AnswerContent>(), override: new Map<string, AnswerContent>() };
  for (const row of rows) {
    const level = newest[row.assessmentId === null ? 'default' : 'override'];
    if (!level.has(row.itemId)) level.set(row.itemId, row.content);
  }
  const overriding = [...newest.override].filter(([, content]) => !sameContent(content, EMPTY_ANSWER));
  return new Map([...newest.default, ...overriding]);
}
