import { sql } from 'drizzle-orm';

/** A question `q` that stands and that nobody has answered. */
export const UNANSWERED = sql`(q.answered_at is null and q.taken_back_at is null)`;

/** The domain's `isAnswerable` of the assessment `a` in the campaign `c`. */
export const ANSWERABLE = sql`(c.state in ('running', 'paused')
  and a.state not in ('withdrawn', 'declined', 'closed_unanswered'))`;

/** The domain's `questionState` of `q`, in SQL: the counts and the lists share it. */
export const QUESTION_STATE = sql`case when q.taken_back_at is not null then 'taken_back'
  when q.answered_at is not null then 'answered' when ${ANSWERABLE} then 'open' else 'lapsed' end`;
