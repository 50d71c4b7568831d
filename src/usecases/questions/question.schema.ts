import { z } from 'zod';
import { freeTextSchema } from '@/domain/free-text';
import { MAX_QUESTION_LENGTH, QUESTION_STATES } from '@/domain/question';

/** A question, or an answer to one: something has to be said. */
export const questionTextSchema = freeTextSchema(MAX_QUESTION_LENGTH)
  .transform((text) => text.trim())
  .refine((text) => text !== '');

export const questionSchema = z.strictObject({
  questionId: z.uuid(),
  text: z.string(),
  /** Name and department as stated. */
  askedBy: z.string(),
  department: z.string(),
  askedAt: z.date(),
  state: z.enum(QUESTION_STATES),
  /** Null while unanswered. */
  answer: z.string().nullable(),
  answeredBy: z.string(),
  answeredAt: z.date().nullable(),
  /** The answer has been corrected since it was first given. */
  corrected: z.boolean(),
  /** What an answer names as its start. */
  version: z.int(),
});
