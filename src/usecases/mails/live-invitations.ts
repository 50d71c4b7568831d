import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { invitation } from '@/db/schema/campaign';

export type LiveInvitation = Pick<
  typeof invitation.$inferSelect,
  'id' | 'assessmentId' | 'address' | 'name' | 'language' | 'issuedAt'
>;

/** The leads' invitations of a campaign that are good now, by assessment: whom the bank writes to. */
export async function liveInvitations(
  tx: Transaction,
  campaignId: string,
  now: Date,
): Promise<Map<string, LiveInvitation[]>> {
  const rows = await tx
    .select({
      id: invitation.id,
      assessmentId: invitation.assessmentId,
      address: invitation.address,
      name: invitation.name,
      language: invitation.language,
      issuedAt: invitation.issuedAt,
    })
    .from(invitation)
    .where(
      and(
        eq(invitation.campaignId, campaignId),
        isNull(invitation.revokedAt),
        isNull(invitation.delegatedBy),
        gt(invitation.expiresAt, now),
      ),
    )
    .orderBy(asc(invitation.id));
  return Map.groupBy(rows, (row) => row.assessmentId);
}
