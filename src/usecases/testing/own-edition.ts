import type { ChecklistEdition } from '@/domain/checklist';
import { publishEdition } from '../checklists/publish-edition';
import { saveEdition } from '../checklists/save-edition';
import { startEdition } from '../checklists/start-edition';
import type { Outside } from '../command';
import type { TestBank } from './bank-fixture';

/** A draft of the bank's with this content. */
export async function draftTestEdition(
  bank: TestBank,
  outside: Outside,
  { id: _, ...edition }: ChecklistEdition,
): Promise<{ editionId: string; version: number }> {
  const { administrator } = bank.members;
  const { editionId } = await startEdition(outside, administrator, { title: edition.title });
  const { version } = await saveEdition(outside, administrator, { editionId, version: 1, edition });
  return { editionId, version };
}

/** The same, published. */
export async function publishTestEdition(bank: TestBank, outside: Outside, edition: ChecklistEdition): Promise<string> {
  const draft = await draftTestEdition(bank, outside, edition);
  await publishEdition(outside, bank.members.approver, draft);
  return draft.editionId;
}
