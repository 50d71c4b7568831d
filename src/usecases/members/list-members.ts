import { asc, desc, ne } from 'drizzle-orm';
import { z } from 'zod';
import { auditorCampaign } from '@/db/schema/access';
import { member } from '@/db/schema/bank';
import { campaign } from '@/db/schema/campaign';
import { ROLES, type Role } from '@/domain/access';
import { bankDateOf } from '@/domain/deadline';
import { latestAuditorDate } from '@/domain/membership';
import { query } from '../query';

/** The people of the bank. Addresses are for administrators alone. A fixed number of queries, however many people. */
export const listMembers = query({
  audience: 'bank',
  action: 'members.list',
  input: z.strictObject({}),
  output: z.strictObject({
    today: z.string(),
    latestAuditorDate: z.string(),
    mayChange: z.boolean(),
    members: z.array(
      z.strictObject({
        id: z.uuid(),
        name: z.string(),
        address: z.string().nullable(),
        roles: z.array(z.enum(ROLES)),
        disabledAt: z.date().nullable(),
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
  async prepare({ accounts }, scope) {
    if (!scope.roles.includes('administrator')) return null;
    const people = await scope.transaction((tx) => tx.select({ userId: member.userId }).from(member));
    return accounts.addressesOf(people.map((row) => row.userId));
  },
  async run({ tx, scope, now }, _input, addresses) {
    const rows = await tx.select().from(member).orderBy(asc(member.name), asc(member.id));
    const named = await tx
      .select({ memberId: auditorCampaign.memberId, campaignId: auditorCampaign.campaignId })
      .from(auditorCampaign);
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
      members: rows.map((row) => ({
        id: row.id,
        name: row.name,
        address: addresses?.get(row.userId) ?? null,
        roles: row.roles as Role[],
        disabledAt: row.disabledAt,
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
