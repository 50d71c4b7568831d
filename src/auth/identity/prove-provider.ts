import { eq } from 'drizzle-orm';
import type { EventDraft } from '@/db/audit-log';
import type { Transaction } from '@/db/client';
import { recordRevisions } from '@/db/revisions';
import { identityProvider } from '@/db/schema/identity-provider';
import type { Actor } from '@/domain/actor';

/**
 * Keeps that an administrator came in through the bank's provider as it stands, which is what it takes before nothing
 * else opens the bank. Within the bank's transaction; does nothing the second time.
 */
export async function proveProvider(tx: Transaction, place: { now: Date; by: Actor }): Promise<readonly EventDraft[]> {
  const [standing] = await tx.select().from(identityProvider).for('no key update');
  if (!standing || standing.provenAt !== null) return [];
  const [row] = await tx
    .update(identityProvider)
    .set({ provenAt: place.now, version: standing.version + 1 })
    .where(eq(identityProvider.id, standing.id))
    .returning();
  if (!row) return [];
  const { clientSecretSealed: _sealed, ...shown } = row;
  const digests = await recordRevisions(tx, place, [{ noun: 'identity_provider', row: shown }]);
  return [{ kind: 'identity_provider.proven', objects: [row.id], payload: { digests } }];
}
