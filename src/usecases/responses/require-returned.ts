import type { Transaction } from '@/db/client';
import type { CalendarDate } from '@/domain/calendar-date';
import { Refusal } from '@/domain/refusal';
import { isOpenAfterReturn } from '@/domain/returned-round';
import { outcomesDue } from './prior-rows';
import type { AssessmentRow } from './require-assessment';
import { returnedItems } from './returned-items';
import { submittedAnswers } from './submitted-answers';

/**
 * After a return the vendor, lead or colleague, changes what is asked, and nothing else: the items that stay as the bank
 * read them. None while no return stands.
 */
export async function closedItems(
  tx: Transaction,
  owner: Pick<AssessmentRow, 'id' | 'roundNumber'>,
  itemIds: readonly string[],
  today: CalendarDate,
): Promise<string[]> {
  if (owner.roundNumber === 1) return [];
  const returned = await returnedItems(tx, owner.id);
  const others = returned === null ? [] : itemIds.filter((id) => !returned.itemIds.has(id));
  if (returned === null || others.length === 0) return [];
  const submitted = await submittedAnswers(tx, returned.roundId);
  const due = await outcomesDue(tx, owner.id, today);
  const isOpen = (id: string) =>
    isOpenAfterReturn({ asks: false, submitted: submitted.get(id) ?? null, outcomeDueOn: due.get(id) });
  return others.filter((id) => !isOpen(id));
}

/** Refuses `item-not-returned` for such items. */
export async function requireReturned(
  tx: Transaction,
  owner: Pick<AssessmentRow, 'id' | 'roundNumber'>,
  itemIds: readonly string[],
  today: CalendarDate,
): Promise<void> {
  if ((await closedItems(tx, owner, itemIds, today)).length > 0) throw new Refusal('item-not-returned', {});
}
