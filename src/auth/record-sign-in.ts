import { appendEvents, type EventDraft } from '@/db/audit-log';
import type { Transaction } from '@/db/client';
import { assumeRole } from '@/db/scope';
import type { Actor } from '@/domain/actor';

/**
 * Writes into a bank's own chain that a member signed in. The transaction becomes the bank's here, and `more` may
 * change rows of the bank and name what else happened; whatever needs identities comes before.
 */
export async function recordSignIn(
  tx: Transaction,
  member: { tenantId: string; memberId: string; memberName: string; userId: string; now: Date },
  more?: (by: Extract<Actor, { kind: 'member' }>) => Promise<readonly EventDraft[]>,
): Promise<void> {
  const { tenantId, memberId, memberName, userId, now } = member;
  await assumeRole(tx, { role: 'tenken_bank', tenantId, memberId });
  const actor = { kind: 'member' as const, id: memberId, userId, name: memberName };
  const events = (await more?.(actor)) ?? [];
  await appendEvents(tx, { tenantId, actor, now }, [
    { kind: 'member.signed_in', objects: [memberId], payload: {} },
    ...events,
  ]);
}
