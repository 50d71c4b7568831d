import { and, asc, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import type { Transaction } from '@/db/client';
import { question } from '@/db/schema/answering';
import type { RespondentScope } from '@/db/scope';
import { viewQuestion } from '../questions/view-question';
import type { workspaceItemSchema } from './workspace.schema';

type OwnQuestion = z.output<typeof workspaceItemSchema>['questions'][number];

/** What the vendor asked and what the bank answered, as far as the scope sees it, by pinned item. */
export async function questionsOf(
  tx: Transaction,
  scope: Pick<RespondentScope, 'isLead' | 'invitationId'>,
  { assessmentId, answerable }: { assessmentId: string; answerable: boolean },
): Promise<Map<string, OwnQuestion[]>> {
  const rows = await tx
    .select()
    .from(question)
    .where(and(eq(question.assessmentId, assessmentId), isNull(question.takenBackAt)))
    .orderBy(asc(question.askedAt), asc(question.id));
  const questions = new Map<string, OwnQuestion[]>();
  for (const row of rows) {
    const own = scope.isLead || row.invitationId === scope.invitationId;
    const shown = { ...viewQuestion(row, answerable), mayTakeBack: own && row.answeredAt === null };
    questions.set(row.itemId, [...(questions.get(row.itemId) ?? []), shown]);
  }
  return questions;
}
