import { and, asc, eq } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { question } from '@/db/schema/answering';
import { revision } from '@/db/schema/record';
import { viewQuestion } from '../questions/view-question';
import type { Review } from './review.schema';

type AskedQuestion = Review['items'][number]['questions'][number];

/** What the vendor asked, by item, with every answer that a correction replaced. */
export async function askedQuestions(
  tx: Transaction,
  assessmentId: string,
  answerable: boolean,
): Promise<Map<string, AskedQuestion[]>> {
  const rows = await tx
    .select()
    .from(question)
    .where(eq(question.assessmentId, assessmentId))
    .orderBy(asc(question.askedAt), asc(question.id));
  const versions = Map.groupBy(
    await tx
      .select({ rowId: revision.rowId, snapshot: revision.snapshot, by: revision.by, at: revision.at })
      .from(revision)
      .where(and(eq(revision.noun, 'question'), eq(revision.assessmentId, assessmentId)))
      .orderBy(asc(revision.at), asc(revision.id)),
    (version) => version.rowId,
  );
  const questions = new Map<string, AskedQuestion[]>();
  for (const row of rows) {
    const answers = (versions.get(row.id) ?? []).flatMap(({ snapshot, by, at }) =>
      typeof snapshot.answer === 'string'
        ? [{ answer: snapshot.answer, by: by.kind === 'system' ? '' : by.name, at }]
        : [],
    );
    // The last of them is the one that stands.
    const shown = { ...viewQuestion(row, answerable), earlier: answers.slice(0, -1) };
    questions.set(row.itemId, [...(questions.get(row.itemId) ?? []), shown]);
  }
  return questions;
}
