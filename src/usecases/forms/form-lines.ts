import { and, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { answerRevision } from '@/db/schema/answer';
import type { formUpload } from '@/db/schema/answering';
import { type AnswerContent, EMPTY_ANSWER } from '@/domain/answer';
import type { FormItem } from '@/domain/answer-form';
import type { CalendarDate } from '@/domain/calendar-date';
import { compareForm, type FieldFate, type FormField } from '@/domain/form-merge';
import type { AssessmentRow } from '../responses/require-assessment';
import { closedItems } from '../responses/require-returned';

export interface FormLine extends FormItem {
  /** As the form was downloaded. */
  base: AnswerContent;
  file: AnswerContent;
  fields: { field: FormField; fate: FieldFate }[];
}

/**
 * The items that may be changed now, and the 通番 of the others in which the file says something else than the answer: a
 * form that comes back after a return is passed over there.
 */
export async function openLines(
  tx: Transaction,
  owner: Pick<AssessmentRow, 'id' | 'roundNumber'>,
  lines: readonly FormLine[],
  today: CalendarDate,
): Promise<{ lines: FormLine[]; passedOver: string[] }> {
  const ids = lines.map(({ itemId }) => itemId);
  const closed = new Set(await closedItems(tx, owner, ids, today));
  const passed = lines.filter(({ itemId, fields }) => closed.has(itemId) && fields.some(({ fate }) => fate !== 'now'));
  return {
    lines: lines.filter(({ itemId }) => !closed.has(itemId)),
    passedOver: passed.map(({ number }) => number),
  };
}

/** Every item in which file, last download and now are not all alike, in the order of the items. */
export async function formLines(
  tx: Transaction,
  upload: Pick<typeof formUpload.$inferSelect, 'assessmentId' | 'cells'>,
  items: readonly FormItem[],
): Promise<FormLine[]> {
  const revisions = await tx
    .select({ itemId: answerRevision.itemId, version: answerRevision.version, content: answerRevision.content })
    .from(answerRevision)
    .where(
      and(
        eq(answerRevision.assessmentId, upload.assessmentId),
        eq(answerRevision.slot, 'vendor'),
        inArray(
          answerRevision.itemId,
          upload.cells.map(({ itemId }) => itemId),
        ),
      ),
    );
  const baseOf = (itemId: string, version: number) =>
    revisions.find((each) => each.itemId === itemId && each.version === version)?.content ?? EMPTY_ANSWER;
  return items.flatMap((item) => {
    const cell = upload.cells.find((each) => each.itemId === item.itemId);
    if (!cell) return [];
    const base = baseOf(item.itemId, cell.baseVersion);
    const fields = compareForm(base, cell.content, item.content);
    return fields.length === 0 ? [] : [{ ...item, base, file: cell.content, fields }];
  });
}
