import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { invitation } from '@/db/schema/campaign';
import { linkRequest } from '@/db/schema/delegation';
import type { LiveInvitation } from './live-invitations';
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

/** A request for another link that nobody has followed yet. */
interface Waiting {
  id: string;
  assessmentId: string;
  /** A colleague's link is their lead's to give anew; the bank's is the lead's own. */
  ofColleague: boolean;
}

/** What waits for the bank or a lead, by assessment. */
export async function waitingLinkRequests(tx: Transaction, campaignId: string): Promise<Map<string, Waiting[]>> {
  const rows = await tx
    .select({
      id: linkRequest.id,
      assessmentId: linkRequest.assessmentId,
      ofColleague: sql<boolean>`${invitation.delegatedBy} is not null`,
    })
    .from(linkRequest)
    .innerJoin(invitation, eq(invitation.id, linkRequest.invitationId))
    .where(and(eq(linkRequest.campaignId, campaignId), isNull(linkRequest.settledAt)))
    .orderBy(asc(linkRequest.requestedAt), asc(linkRequest.id));
  return Map.groupBy(rows, (row) => row.assessmentId);
}

/** The mails that requests call for and that are not on record: to whoever is in charge, of a colleague's to the lead. */
export function linkRequestDrafts(
  requests: readonly Waiting[],
  about: {
    assessment: { id: string; campaignId: string };
    recorded: ReadonlySet<string>;
    people: readonly LiveInvitation[];
    member: (MemberInCharge & { address: string }) | null;
    now: Date;
  },
): { drafts: MailDraft[]; missesMember: boolean } {
  const { assessment, recorded, member, people, now } = about;
  const untold = requests.filter(({ id }) => !recorded.has(`${assessment.id}:link_requested:${id}`));
  const draft = (
    id: string,
    to: Pick<MailDraft, 'address' | 'recipientName' | 'language' | 'memberId' | 'invitationId'>,
  ) => ({
    kind: 'link_requested' as const,
    campaignId: assessment.campaignId,
    assessmentId: assessment.id,
    occasion: id,
    dueAt: now,
    ...to,
  });
  const drafts = untold.flatMap(({ id, ofColleague }) => {
    if (ofColleague) {
      return people.map((lead) =>
        draft(id, { invitationId: lead.id, address: lead.address, recipientName: lead.name, language: lead.language }),
      );
    }
    if (member === null) return [];
    const { memberId, address, name } = member;
    return [draft(id, { memberId, address, recipientName: name, language: 'ja' })];
  });
  return { drafts, missesMember: member === null && untold.some(({ ofColleague }) => !ofColleague) };
}
