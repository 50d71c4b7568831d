import type { Transaction } from '@/db/client';
import { EMPTY_ANSWER } from '@/domain/answer';
import type { FormItem } from '@/domain/answer-form';
import { answeredItems } from '../responses/answered-items';

/** The items that the reader answers, as a form has them: a colleague's are those that were given to them. */
export async function formItems(tx: Transaction, campaignId: string, assessmentId: string): Promise<FormItem[]> {
  const items = await answeredItems(tx, campaignId, assessmentId);
  return items.map(({ item, answer }) => ({
    itemId: item.id,
    number: item.number,
    item: item.content,
    content: answer?.content ?? EMPTY_ANSWER,
    version: answer?.version ?? 0,
  }));
}
