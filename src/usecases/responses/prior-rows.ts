import { desc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Transaction } from '@/db/client';
import { priorAnswer, reattestation } from '@/db/schema/answering';
import type { CalendarDate } from '@/domain/calendar-date';
import { outcomeDueOn, takeOverHindrance } from '@/domain/prior-answer';
import type { workspaceItemSchema } from './workspace.schema';

type Prior = NonNullable<z.input<typeof workspaceItemSchema>['prior']>;

/** Last year's answers by pinned item; `attested` is by the revision that was said to be unchanged. */
export async function priorAnswersOf(tx: Transaction, assessmentId: string, today: CalendarDate) {
  const rows = await tx.select().from(priorAnswer).where(eq(priorAnswer.assessmentId, assessmentId));
  const said = await tx
    .select()
    .from(reattestation)
    .where(eq(reattestation.assessmentId, assessmentId))
    .orderBy(desc(reattestation.at));
  const byRevision = new Map(said.map((row) => [row.revisionId, row]));
  const byItem = new Map(rows.map((row) => [row.itemId, row]));
  return (itemId: string, revisionId: string | null): Prior | null => {
    const row = byItem.get(itemId);
    if (!row) return null;
    const attested = revisionId === null ? undefined : byRevision.get(revisionId);
    return {
      content: row.content,
      campaignName: row.campaignName,
      fiscalYear: row.fiscalYear,
      answeredBy: row.answeredBy,
      answeredAt: row.answeredAt,
      hindrance: takeOverHindrance(row, today),
      attested: attested ? { by: attested.by.kind === 'system' ? '' : attested.by.name, at: attested.at } : null,
    };
  };
}

/** The items whose promise of last year stands due on that day, for `missingIn`. */
export async function outcomesDue(
  tx: Transaction,
  assessmentId: string,
  today: CalendarDate,
): Promise<ReadonlyMap<string, CalendarDate>> {
  const rows = await tx.select().from(priorAnswer).where(eq(priorAnswer.assessmentId, assessmentId));
  return new Map(
    rows.flatMap((row) => {
      const due = outcomeDueOn(takeOverHindrance(row, today), today);
      return due === undefined ? [] : [[row.itemId, due]];
    }),
  );
}
