import type { z } from 'zod';
import type { question } from '@/db/schema/answering';
import type { Actor } from '@/domain/actor';
import { questionState } from '@/domain/question';
import type { questionSchema } from './question.schema';

type QuestionRow = typeof question.$inferSelect;

const nameOf = (actor: Actor | null) => (actor === null || actor.kind === 'system' ? '' : actor.name);

/** Asked, then answered: whatever came after is a correction. */
const FIRST_ANSWER = 2;

/** A question as either side reads it. `answerable`: the bank may still answer. */
export function viewQuestion(row: QuestionRow, answerable: boolean): z.output<typeof questionSchema> {
  return {
    questionId: row.id,
    text: row.text,
    askedBy: nameOf(row.askedBy),
    department: row.askedBy.kind === 'respondent' ? row.askedBy.department : '',
    askedAt: row.askedAt,
    state: questionState(row, answerable),
    answer: row.answer,
    answeredBy: nameOf(row.answeredBy),
    answeredAt: row.answeredAt,
    corrected: row.answer !== null && row.version > FIRST_ANSWER,
    version: row.version,
  };
}
