import { and, asc, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import type { Transaction } from '@/db/client';
import { invitation } from '@/db/schema/campaign';
import { linkRequest } from '@/db/schema/delegation';
import type { linkRequestSchema } from './review.schema';

/** Requests for another link that wait for the bank; those of colleagues wait for the vendor's lead. */
export async function linkRequestsOf(
  tx: Transaction,
  assessmentId: string,
): Promise<z.input<typeof linkRequestSchema>[]> {
  const rows = await tx
    .select({
      requestId: linkRequest.id,
      requestedAt: linkRequest.requestedAt,
      holder: invitation.name,
      address: invitation.address,
      endedAt: invitation.revokedAt,
      expiresAt: invitation.expiresAt,
    })
    .from(linkRequest)
    .innerJoin(invitation, eq(invitation.id, linkRequest.invitationId))
    .where(
      and(eq(linkRequest.assessmentId, assessmentId), isNull(linkRequest.settledAt), isNull(invitation.delegatedBy)),
    )
    .orderBy(asc(linkRequest.requestedAt), asc(linkRequest.id));
  return rows.map(({ endedAt, expiresAt, ...row }) => ({ ...row, endedAt: endedAt ?? expiresAt }));
}
