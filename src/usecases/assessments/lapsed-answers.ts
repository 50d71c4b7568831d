import { and, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { answer } from '@/db/schema/answer';
import { priorAnswer } from '@/db/schema/answering';
import type { assessment } from '@/db/schema/campaign';
import type { CalendarDate } from '@/domain/calendar-date';
import { hasLapsed, lapsesOn } from '@/domain/prior-answer';

/** The domain's `isStillOwed` of the assessment `a`. */
export const STILL_OWED = sql`a.state in ('not_started', 'answering', 'returned')`;

/**
 * How many complete answers lapsed by that day, a row each assessment with any, among the prior answers `p` that the
 * condition lets through: the domain's `lapsesOn`, in SQL.
 */
export function lapsedAnswers(of: SQL, today: CalendarDate): SQL {
  return sql`
    select p.assessment_id, count(*)::int as lapsed from tenant.prior_answer p
    join tenant.answer w on w.assessment_id = p.assessment_id and w.item_id = p.item_id and w.slot = 'vendor'
    where ${of} and p.promise_last_day <= ${today}::date and w.promise_last_day <= ${today}::date and w.complete
    group by p.assessment_id`;
}

/** The complete answers of an assessment that lapse some day, by pinned item. */
export async function lapseDaysOf(
  tx: Transaction,
  assessmentId: string,
): Promise<ReadonlyMap<string, CalendarDate | null>> {
  const rows = await tx
    .select({ itemId: answer.itemId, own: answer.promiseLastDay, prior: priorAnswer.promiseLastDay })
    .from(priorAnswer)
    .innerJoin(answer, and(eq(answer.assessmentId, priorAnswer.assessmentId), eq(answer.itemId, priorAnswer.itemId)))
    .where(
      and(
        eq(priorAnswer.assessmentId, assessmentId),
        isNotNull(priorAnswer.promiseLastDay),
        eq(answer.slot, 'vendor'),
        eq(answer.complete, true),
      ),
    );
  return new Map(rows.map(({ itemId, own, prior }) => [itemId, lapsesOn(own, prior)]));
}

/** How many answers of the assessment nothing hinders on that day. */
export async function answeredOn(
  tx: Transaction,
  owner: Pick<typeof assessment.$inferSelect, 'id' | 'state' | 'answeredCount'>,
  today: CalendarDate,
): Promise<number> {
  const days = [...(await lapseDaysOf(tx, owner.id)).values()];
  return owner.answeredCount - days.filter((day) => hasLapsed(owner.state, day, today)).length;
}
