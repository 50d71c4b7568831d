import { and, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { itemReading } from '@/db/schema/review';
import type { CalendarDate } from '@/domain/calendar-date';
import { type Delta, mustBeOpened, reviewDelta } from '@/domain/review-delta';
import type { AssessmentRow, CampaignRow } from '../campaigns/require-campaign';
import { type LastYear, lastYearOf } from './last-year';
import { type RoundRow, roundsOf } from './require-review';
import { type AnswerRows, answerRows } from './review-rows';

/** How each answered item of the newest round is to be reviewed. */
export function deltasOf(rows: AnswerRows, lastYear: LastYear, today: CalendarDate): Map<string, Delta> {
  const deltas = new Map<string, Delta>();
  for (const [itemId, { content: answer }] of rows.newest.answers) {
    const earlier = rows.before.answers.get(itemId);
    const then = lastYear.items.get(itemId);
    deltas.set(
      itemId,
      reviewDelta({
        today,
        answer,
        earlierRound: earlier
          ? { content: earlier.content, verdict: rows.before.verdicts.get(itemId)?.value ?? null }
          : null,
        lastYear: then
          ? {
              content: then.content,
              verdict: then.verdict,
              textChanged: then.textChanged,
              takenTogether: then.takenTogether,
              yearBefore: then.yearBefore,
              promised: then.promise?.promised ?? null,
            }
          : null,
      }),
    );
  }
  return deltas;
}

/** The same from the database, for the commands that rest on it. */
export async function readDeltas(
  tx: Transaction,
  place: { assessment: AssessmentRow; campaign: CampaignRow; today: CalendarDate },
): Promise<Map<string, Delta>> {
  const { assessment, campaign, today } = place;
  const rows = await answerRows(tx, assessment, await roundsOf(tx, assessment.id));
  return deltasOf(rows, await lastYearOf(tx, assessment, campaign, rows.items), today);
}

/** Of these items the ones that the member has to open before 認める, and has not opened in this round. */
export async function unopenedItems(
  tx: Transaction,
  deltas: ReadonlyMap<string, Delta>,
  of: { roundId: RoundRow['id']; memberId: string; itemIds: readonly string[] },
): Promise<string[]> {
  const wanted = of.itemIds.filter((itemId) => mustBeOpened(deltas.get(itemId) ?? null));
  if (wanted.length === 0) return [];
  const opened = await tx
    .select({ itemId: itemReading.itemId })
    .from(itemReading)
    .where(
      and(
        eq(itemReading.roundId, of.roundId),
        eq(itemReading.memberId, of.memberId),
        inArray(itemReading.itemId, wanted),
      ),
    );
  return wanted.filter((itemId) => !opened.some((row) => row.itemId === itemId));
}
