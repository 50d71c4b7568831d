import type { Transaction } from '@/db/client';
import { invitation } from '@/db/schema/campaign';
import { mail } from '@/db/schema/record';
import { type KeptInvitation, type PlannedInvitation, revisionOf } from './plan-invitation';

/** Writes invitations with their mails, two statements for all; what a revision may show of each, in their order. */
export async function keepInvitations(
  tx: Transaction,
  planned: readonly PlannedInvitation[],
): Promise<KeptInvitation[]> {
  await tx.insert(invitation).values(planned.map((each) => each.invitation));
  await tx.insert(mail).values(planned.map((each) => each.mail));
  return planned.map((each) => revisionOf(each.invitation));
}
