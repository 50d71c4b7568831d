import { and, eq, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Transaction } from '@/db/client';
import { invitation } from '@/db/schema/campaign';
import { delegatedItem } from '@/db/schema/delegation';
import { Refusal } from '@/domain/refusal';
import type { AssessmentMailRow } from './require-mail';

/** Who asks a colleague, how many items, and what they say. */
export async function delegationOf(
  tx: Transaction,
  row: AssessmentMailRow,
): Promise<{ leadName: string; message: string; itemCount: number }> {
  if (row.invitationId === null) throw new Refusal('not-found', {});
  const lead = alias(invitation, 'lead');
  const [found] = await tx
    .select({ leadName: lead.name, message: invitation.message })
    .from(invitation)
    .innerJoin(lead, eq(lead.id, invitation.delegatedBy))
    .where(eq(invitation.id, row.invitationId));
  if (!found) throw new Refusal('not-found', {});
  const live = and(eq(delegatedItem.invitationId, row.invitationId), isNull(delegatedItem.endedAt));
  return { ...found, itemCount: await tx.$count(delegatedItem, live) };
}
