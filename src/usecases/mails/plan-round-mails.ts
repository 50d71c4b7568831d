import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '@/db/client';
import { assessment } from '@/db/schema/campaign';
import { mail } from '@/db/schema/record';
import { round } from '@/db/schema/review';
import { addressSchema } from '@/domain/address';
import { requireCampaign } from '../campaigns/require-campaign';
import { command } from '../command';
import { lastDueDateChanges } from '../reminders/due-date-changes';
import { linkRequestDrafts, waitingLinkRequests } from './link-requests';
import { liveInvitations } from './live-invitations';
import { membersInCharge } from './members-in-charge';
import { planMails, wakesFor } from './plan-mail';
import { changeDrafts, roundDrafts } from './round-mail-drafts';

/**
 * Puts every mail on record that a submission, return, acceptance, withdrawal, new due date or request for another link
 * calls for and that is not there yet. A member's address belongs to the account, beyond this scope: `membersWanted` names whose addresses are
 * missing, and the caller asks again with them.
 */
export const planRoundMails = command({
  audience: 'system',
  action: 'system.planRoundMails',
  input: z.strictObject({
    campaignId: z.uuid(),
    addresses: z.array(z.strictObject({ userId: z.uuid(), address: addressSchema })),
  }),
  output: z.strictObject({ planned: z.int(), membersWanted: z.array(z.uuid()) }),
  async run({ tx, scope, now }, { campaignId, addresses }) {
    const { tenantId } = scope;
    const row = await requireCampaign(tx, campaignId);
    const assessments = await tx.select().from(assessment).where(eq(assessment.campaignId, campaignId));
    const rounds = Map.groupBy(
      await tx.select().from(round).where(eq(round.campaignId, campaignId)),
      (made) => made.assessmentId,
    );
    const recorded = await recordedOf(tx, campaignId);
    const invited = await liveInvitations(tx, campaignId, now);
    const members = await membersInCharge(tx, row, assessments);
    const requests = await waitingLinkRequests(tx, campaignId);
    const known = new Map(addresses.map((each) => [each.userId, each.address]));
    const wanted = new Set<string>();
    const drafts = assessments.flatMap((each) => {
      const people = invited.get(each.id) ?? [];
      const member = members.get(each.id) ?? null;
      const about = { assessment: each, recorded, people, now };
      const address = member === null ? undefined : known.get(member.userId);
      const reached = member && address ? { ...member, address } : null;
      const planned = [
        ...(rounds.get(each.id) ?? []).map((made) => roundDrafts(made, { ...about, member: reached })),
        linkRequestDrafts(requests.get(each.id) ?? [], { ...about, member: reached }),
      ];
      if (planned.some(({ missesMember }) => missesMember) && member !== null && address === undefined) {
        wanted.add(member.userId);
      }
      return planned.flatMap(({ drafts: made }) => made);
    });
    const changes = await lastDueDateChanges(tx, campaignId);
    for (const each of assessments) {
      const people = invited.get(each.id) ?? [];
      drafts.push(...changeDrafts({ assessment: each, recorded, people, now }, changes.get(each.id)));
    }
    const made = await planMails(tx, { tenantId, now }, drafts);
    const output = { planned: made.length, membersWanted: [...wanted] };
    if (made.length === 0) return { unchanged: output };
    return {
      output,
      events: [
        {
          kind: 'mails.planned',
          campaignId,
          objects: [campaignId, ...made.map((each) => each.id)],
          payload: { planned: made.length },
        },
      ],
      wake: wakesFor(tenantId, made, now),
    };
  },
});

/** What is on record, by assessment, kind and occasion; and `…:invitation:sent` where the vendor has been written to. */
async function recordedOf(tx: Transaction, campaignId: string): Promise<Set<string>> {
  const rows = await tx
    .select({ assessmentId: mail.assessmentId, kind: mail.kind, occasion: mail.occasion, state: mail.state })
    .from(mail)
    .where(
      and(
        eq(mail.campaignId, campaignId),
        inArray(mail.kind, [
          'invitation',
          'receipt',
          'submitted_notice',
          'return',
          'acceptance',
          'due_date_changed',
          'withdrawn',
          'link_requested',
        ]),
      ),
    );
  return new Set(
    rows.flatMap(({ assessmentId, kind, occasion, state }) => {
      const left = kind === 'invitation' && (state === 'sent' || state === 'sending' || state === 'uncertain');
      const entry = `${assessmentId}:${kind}:${occasion}`;
      return left ? [entry, `${assessmentId}:invitation:sent`] : [entry];
    }),
  );
}
