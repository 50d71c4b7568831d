import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { question } from '@/db/schema/answering';
import { pinnedItem } from '@/db/schema/campaign';
import type { AssessmentMailRow } from './require-mail';

/** The questions that a mail tells of and that still stand as it says: unanswered ones to the bank, answers to the vendor. */
export async function questionsOf(tx: Transaction, { id, kind }: Pick<AssessmentMailRow, 'id' | 'kind'>) {
  const told =
    kind === 'question_asked'
      ? and(eq(question.askedMailId, id), isNull(question.answeredAt), isNull(question.takenBackAt))
      : eq(question.answeredMailId, id);
  const rows = await tx
    .select({
      number: pinnedItem.number,
      text: question.text,
      askedBy: question.askedBy,
      answer: question.answer,
      answeredBy: question.answeredBy,
    })
    .from(question)
    .innerJoin(pinnedItem, eq(pinnedItem.id, question.itemId))
    .where(told)
    .orderBy(asc(pinnedItem.position), asc(question.askedAt), asc(question.id));
  return rows.map(({ number, text, askedBy, answer, answeredBy }) => ({
    number,
    text,
    askedBy: askedBy.kind === 'system' ? '' : askedBy.name,
    answer: answer ?? '',
    answeredBy: answeredBy === null || answeredBy.kind === 'system' ? '' : answeredBy.name,
  }));
}
