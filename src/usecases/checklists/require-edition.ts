import { eq } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { checklistEdition } from '@/db/schema/checklist';
import { type ChecklistEdition, checklistEditionSchema } from '@/domain/checklist';
import { Refusal } from '@/domain/refusal';

export type EditionRow = typeof checklistEdition.$inferSelect;

/**
 * The edition with its content, as far as this scope sees it; `not-found` else. Whoever changes a draft then names the
 * version it had; a published one may not be locked (the database lets nobody change it).
 */
export async function requireEdition(
  tx: Transaction,
  editionId: string,
): Promise<{ row: EditionRow; edition: ChecklistEdition }> {
  const [row] = await tx.select().from(checklistEdition).where(eq(checklistEdition.id, editionId));
  if (!row) throw new Refusal('not-found', {});
  return { row, edition: checklistEditionSchema.parse(row.content) };
}

/** The draft, held until the transaction ends; `not-found`, or `edition-published` once it may not change any more. */
export async function requireDraft(tx: Transaction, editionId: string): Promise<EditionRow> {
  const [draft] = await tx.select().from(checklistEdition).where(eq(checklistEdition.id, editionId)).for('update');
  if (draft) return draft;
  // Locking asks for the right to change, which row security gives for drafts alone.
  await requireEdition(tx, editionId);
  throw new Refusal('edition-published', {});
}
