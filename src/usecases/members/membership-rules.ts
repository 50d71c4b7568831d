import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { EventDraft } from '@/db/audit-log';
import type { Transaction } from '@/db/client';
import { newId } from '@/db/new-id';
import { auditorCampaign } from '@/db/schema/access';
import { member } from '@/db/schema/bank';
import { campaign } from '@/db/schema/campaign';
import { bankDateOf } from '@/domain/deadline';
import type { EventKind } from '@/domain/event-kinds';
import { membershipProblem } from '@/domain/membership';
import { Refusal } from '@/domain/refusal';
import type { membershipSchema } from './member.schema';

type Wanted = z.output<typeof membershipSchema>;
export type MemberRow = typeof member.$inferSelect;

/** The member, held until the transaction ends; `not-found` beyond this bank. */
export async function requireMember(tx: Transaction, memberId: string): Promise<MemberRow> {
  const [row] = await tx.select().from(member).where(eq(member.id, memberId)).for('no key update');
  if (!row) throw new Refusal('not-found', {});
  return row;
}

/** Refuses roles, last day and campaigns that don't go together, and campaigns that this bank doesn't have. */
export async function requireMembership(tx: Transaction, wanted: Wanted, now: Date): Promise<void> {
  if (wanted.campaignIds.length > 0) {
    const found = await tx.$count(campaign, inArray(campaign.id, wanted.campaignIds));
    if (found !== wanted.campaignIds.length) throw new Refusal('not-found', {});
  }
  const problem = membershipProblem(wanted, bankDateOf(now));
  if (problem !== null) throw new Refusal(problem, {});
}

/**
 * Refuses when nobody else could administer the bank. Everybody who can is locked, in one order, so that of two
 * administrators who take each other's role at once the second is refused.
 */
export async function requireAnotherAdministrator(tx: Transaction, memberId: string): Promise<void> {
  const others = await tx
    .select({ id: member.id })
    .from(member)
    .where(and(ne(member.id, memberId), isNull(member.disabledAt), sql`'administrator' = any(${member.roles})`))
    .orderBy(member.id)
    .for('no key update');
  if (others.length === 0) throw new Refusal('last-administrator', {});
}

/** Locks all who administer, before any of them is changed: two at once then wait in one line instead of crosswise. */
export async function lockAdministrators(tx: Transaction): Promise<void> {
  await tx
    .select({ id: member.id })
    .from(member)
    .where(and(isNull(member.disabledAt), sql`'administrator' = any(${member.roles})`))
    .orderBy(member.id)
    .for('no key update');
}

/** Names an auditor for exactly these campaigns; an event a campaign gained or lost. */
export async function nameCampaigns(
  tx: Transaction,
  place: { tenantId: string; now: Date },
  memberId: string,
  campaignIds: readonly string[],
): Promise<EventDraft[]> {
  const standing = await tx.select().from(auditorCampaign).where(eq(auditorCampaign.memberId, memberId));
  const lost = standing.filter((row) => !campaignIds.includes(row.campaignId));
  const gained = campaignIds.filter((id) => !standing.some((row) => row.campaignId === id));
  if (lost.length > 0) {
    await tx.delete(auditorCampaign).where(
      inArray(
        auditorCampaign.id,
        lost.map((row) => row.id),
      ),
    );
  }
  if (gained.length > 0) {
    await tx.insert(auditorCampaign).values(
      gained.map((campaignId) => ({
        tenantId: place.tenantId,
        id: newId(),
        memberId,
        campaignId,
        grantedAt: place.now,
      })),
    );
  }
  const event = (kind: EventKind, campaignId: string): EventDraft => ({
    kind,
    campaignId,
    objects: [memberId, campaignId],
    payload: {},
  });
  return [
    ...gained.map((campaignId) => event('auditor.named', campaignId)),
    ...lost.map((row) => event('auditor.unnamed', row.campaignId)),
  ];
}
