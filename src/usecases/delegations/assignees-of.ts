import { and, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { invitation } from '@/db/schema/campaign';
import { delegatedItem } from '@/db/schema/delegation';

/** Who was asked for which item, as far as the scope sees it, by pinned item. */
export async function assigneesOf(
  tx: Transaction,
  assessmentId: string,
): Promise<Map<string, { invitationId: string; name: string }>> {
  const rows = await tx
    .select({ itemId: delegatedItem.itemId, invitationId: invitation.id, name: invitation.name })
    .from(delegatedItem)
    .innerJoin(invitation, eq(invitation.id, delegatedItem.invitationId))
    .where(
      and(eq(delegatedItem.assessmentId, assessmentId), isNull(delegatedItem.endedAt), isNull(invitation.revokedAt)),
    );
  return new Map(rows.map(({ itemId, ...assignee }) => [itemId, assignee]));
}
