import { inArray } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { member } from '@/db/schema/bank';
import type { AssessmentRow, CampaignRow } from '../campaigns/require-campaign';

export interface MemberInCharge {
  memberId: string;
  userId: string;
  name: string;
}

/** Whom the bank has in charge of each assessment: the operator named for it, else the campaign's owner; none disabled. */
export async function membersInCharge(
  tx: Transaction,
  campaign: CampaignRow,
  assessments: readonly AssessmentRow[],
): Promise<Map<string, MemberInCharge>> {
  const ids = new Set([campaign.ownerId, ...assessments.flatMap(({ inChargeId }) => inChargeId ?? [])]);
  const rows = await tx
    .select({ id: member.id, userId: member.userId, name: member.name, disabledAt: member.disabledAt })
    .from(member)
    .where(inArray(member.id, [...ids]));
  const active = new Map(rows.filter((row) => row.disabledAt === null).map((row) => [row.id, row]));
  const found = new Map<string, MemberInCharge>();
  for (const { id, inChargeId } of assessments) {
    const row = active.get(inChargeId ?? '') ?? active.get(campaign.ownerId);
    if (row) found.set(id, { memberId: row.id, userId: row.userId, name: row.name });
  }
  return found;
}
