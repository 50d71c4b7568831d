import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { invitation } from '@/db/schema/campaign';
import { linkRequest } from '@/db/schema/delegation';
import type { MemberInCharge } from './members-in-charge';
import type { MailDraft } from './plan-mail';

/** For whom the link was made whose holder asks for another, and when they asked. */
export async function requestedLink(
  tx: Transaction,
  requestId: string,
): Promise<{ holderName: string; requestedAt: Date }> {
  const [row] = await tx
    .select({ holderName: invitation.name, requestedAt: linkRequest.requestedAt })
    .from(linkRequest)
    .innerJoin(invitation, eq(invitation.id, linkRequest.invitationId))
    .where(eq(linkRequest.id, requestId));
  if (!row) throw new Error('the request that a mail tells of is gone');
  return row;
}

/** What waits for the bank, by assessment: a colleague's link is their lead's to give anew. */
export async function waitingLinkRequests(
  tx: Transaction,
  campaignId: string,
): Promise<Map<string, { id: string; assessmentId: string }[]>> {
  const rows = await tx
    .select({ id: linkRequest.id, assessmentId: linkRequest.assessmentId })
    .from(linkRequest)
    .innerJoin(invitation, eq(invitation.id, linkRequest.invitationId))
    .where(and(eq(linkRequest.campaignId, campaignId), isNull(linkRequest.settledAt), isNull(invitation.delegatedBy)))
    .orderBy(asc(linkRequest.requestedAt), asc(linkRequest.id));
  return Map.groupBy(rows, (row) => row.assessmentId);
}

/** The mails to whoever is in charge that requests call for and that are not on record. */
export function linkRequestDrafts(
  requests: readonly { id: string }[],
  about: {
    assessment: { id: string; campaignId: string };
    recorded: ReadonlySet<string>;
    member: (MemberInCharge & { address: string }) | null;
    now: Date;
  },
): { drafts: MailDraft[]; missesMember: boolean } {
  const { assessment, recorded, member, now } = about;
  const untold = requests.filter(({ id }) => !recorded.has(`${assessment.id}:link_requested:${id}`));
  if (member === null) return { drafts: [], missesMember: untold.length > 0 };
  const drafts = untold.map(({ id }) => ({
    kind: 'link_requested' as const,
    campaignId: assessment.campaignId,
    assessmentId: assessment.id,
    memberId: member.memberId,
    address: member.address,
    recipientName: member.name,
    language: 'ja' as const,
    occasion: id,
    dueAt: now,
  }));
  return { drafts, missesMember: false };
}
