import { newId } from '@/db/new-id';
import { recordRevisions } from '@/db/revisions';
import { checklistEdition } from '@/db/schema/checklist';
import type { BankScope } from '@/db/scope';
import { type ChecklistEdition, itemIdOf } from '@/domain/checklist';
import { tidyItem } from '@/domain/edition-sheet';
import type { Context } from '../command';
import type { EditionRow } from './require-edition';

/** Every item with an id of its own, which stays when its number changes; without what says nothing. */
export function settledItems(items: ChecklistEdition['items']): ChecklistEdition['items'] {
  return items.map((item) => ({ ...tidyItem(item), id: itemIdOf(item) }));
}

/** Keeps a new draft under an id that no other edition of the bank has, and its revision. */
export async function writeDraft(
  { tx, scope, now }: Pick<Context<'bank'>, 'tx' | 'now'> & { scope: BankScope },
  content: Omit<ChecklistEdition, 'id'>,
  derivedFromId: string | null,
): Promise<{ row: EditionRow; digests: Record<string, string> }> {
  const id = newId();
  const sourceId = `edition-${id}`;
  const { title, publisher, issued } = content;
  const [row] = await tx
    .insert(checklistEdition)
    .values({
      tenantId: scope.tenantId,
      id,
      sourceId,
      title,
      publisher,
      issued,
      content: { ...content, id: sourceId, items: settledItems(content.items) } satisfies ChecklistEdition,
      publishedAt: null,
      derivedFromId,
      createdAt: now,
    })
    .returning();
  if (!row) throw new Error('the draft was not kept');
  return { row, digests: await recordRevisions(tx, { now, by: scope.actor }, [{ noun: 'edition', row }]) };
}
