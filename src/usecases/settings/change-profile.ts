import { eq } from 'drizzle-orm';
import type { EventDraft } from '@/db/audit-log';
import type { Transaction } from '@/db/client';
import { recordRevisions } from '@/db/revisions';
import { bankProfile } from '@/db/schema/bank';
import type { Actor } from '@/domain/actor';
import type { EventKind } from '@/domain/event-kinds';
import { Refusal } from '@/domain/refusal';

type ProfileRow = typeof bankProfile.$inferSelect;

/** Changes the one profile of the bank; `stale-record` when somebody changed it since `version`. */
export async function changeProfile(
  tx: Transaction,
  place: { now: Date; by: Actor },
  version: number,
  facts: Partial<Omit<ProfileRow, 'tenantId' | 'id' | 'version'>>,
  kind: EventKind,
): Promise<{ version: number; event: EventDraft }> {
  const [standing] = await tx.select().from(bankProfile).for('no key update');
  if (!standing) throw new Error('the bank has no profile');
  if (standing.version !== version) throw new Refusal('stale-record', {});
  const [row] = await tx
    .update(bankProfile)
    .set({ ...facts, version: version + 1 })
    .where(eq(bankProfile.id, standing.id))
    .returning();
  if (!row) throw new Error('the profile went away');
  // A picture is no fact to be read as of a day; whether there was one is.
  const { logo, ...kept } = row;
  const shown = { ...kept, hasLogo: logo !== null };
  const digests = await recordRevisions(tx, place, [{ noun: 'profile', row: shown }]);
  return { version: row.version, event: { kind, objects: [row.id], payload: { digests } } };
}
