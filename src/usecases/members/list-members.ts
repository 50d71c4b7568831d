import { asc, count, desc, inArray, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '@/db/client';
import { auditorCampaign } from '@/db/schema/access';
import { member } from '@/db/schema/bank';
import { campaign } from '@/db/schema/campaign';
import { ROLES, type Role } from '@/domain/access';
import { bankDateOf } from '@/domain/deadline';
import { latestAuditorDate, MEMBER_STANDINGS, memberStanding } from '@/domain/membership';
import { query } from '../query';

const PAGE_SIZE = 50;

/**
 * A page of the bank's people. Addresses and sign-ins are for administrators alone. Whether and when somebody signed
 * in is what the bank's chain says: nothing beside it could tell otherwise. A fixed number of queries, however many
 * people.
 */
export const listMembers = query({
  audience: 'bank',
  action: 'members.list',
  input: z.strictObject({ page: z.int().min(1).max(10_000) }),
  output: z.strictObject({
    today: z.string(),
    latestAuditorDate: z.string(),
    mayChange: z.boolean(),
    page: z.int(),
    pageSize: z.int(),
    total: z.int(),
    members: z.array(
      z.strictObject({
        id: z.uuid(),
        name: z.string(),
        address: z.string().nullable(),
        roles: z.array(z.enum(ROLES)),
        standing: z.enum(MEMBER_STANDINGS),
        disabledAt: z.date().nullable(),
        /** Null: never, or not for this reader. */
        lastSignedInAt: z.date().nullable(),
        auditorUntil: z.string().nullable(),
        campaigns: z.array(z.strictObject({ id: z.uuid(), name: z.string() })),
        createdAt: z.date(),
        version: z.int(),
        isReader: z.boolean(),
      }),
    ),
    /** What an auditor may be named for. */
    campaigns: z.array(z.strictObject({ id: z.uuid(), name: z.string() })),
  }),
  async prepare({ accounts }, scope, { page }) {
    if (!scope.roles.includes('administrator')) return null;
    const people = await scope.transaction((tx) => membersOf(tx, page));
    return accounts.addressesOf(people.map((row) => row.userId));
  },
  async run({ tx, scope, now }, { page }, addresses) {
    const rows = await membersOf(tx, page);
    const [all] = await tx.select({ count: count() }).from(member);
    const named = await tx
      .select({ memberId: auditorCampaign.memberId, campaignId: auditorCampaign.campaignId })
      .from(auditorCampaign)
      .where(
        inArray(
          auditorCampaign.memberId,
          rows.map((row) => row.id),
        ),
      );
    const campaigns = await tx
      .select({ id: campaign.id, name: campaign.name })
      .from(campaign)
      .where(ne(campaign.state, 'draft'))
      .orderBy(desc(campaign.fiscalYear), desc(campaign.createdAt));
    const mayChange = scope.roles.includes('administrator');
    const today = bankDateOf(now);
    return {
      today,
      latestAuditorDate: latestAuditorDate(today),
      mayChange,
      page,
      pageSize: PAGE_SIZE,
      total: all?.count ?? 0,
      members: rows.map(({ lastSignedInAt, ...row }) => ({
        id: row.id,
        name: row.name,
        address: addresses?.get(row.userId) ?? null,
        roles: row.roles as Role[],
        standing: memberStanding({ ...row, everSignedIn: lastSignedInAt !== null }, today),
        disabledAt: row.disabledAt,
        lastSignedInAt: mayChange ? lastSignedInAt : null,
        auditorUntil: row.auditorUntil,
        campaigns: campaigns.filter(({ id }) =>
          named.some((each) => each.memberId === row.id && each.campaignId === id),
        ),
        createdAt: row.createdAt,
        version: row.version,
        isReader: row.id === scope.memberId,
      })),
      campaigns,
    };
  },
});

/** A page of the people by name, each with the last of their sign-ins. */
function membersOf(tx: Transaction, page: number) {
  return tx
    .select({
      id: member.id,
      userId: member.userId,
      name: member.name,
      roles: member.roles,
      disabledAt: member.disabledAt,
      auditorUntil: member.auditorUntil,
      createdAt: member.createdAt,
      version: member.version,
      // Spelled out: drizzle leaves a column's table away where only one is selected from.
      lastSignedInAt: sql<Date | null>`(select max(e.at) from tenant.audit_event e
        where e.kind = 'member.signed_in' and e.actor_id = 'member:' || tenant.member.id)`.mapWith(
        (at: string | Date | null) => (at === null ? null : new Date(at)),
      ),
    })
    .from(member)
    .orderBy(asc(member.name), asc(member.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
}
