import { desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { bankProfile, member } from '@/db/schema/bank';
import { campaign } from '@/db/schema/campaign';
import { bankNameIn } from '@/domain/bank-name';
import { CAMPAIGN_STATES } from '@/domain/campaign-state';
import { command } from '../command';

const PAGE_SIZE = 20;

/** A page of the campaigns that the auditor was named for, and until when. A command: looking is recorded. */
export const listAuditedCampaigns = command({
  audience: 'auditor',
  action: 'audit.campaigns',
  input: z.strictObject({ page: z.int().min(1).max(10_000) }),
  output: z.strictObject({
    bankName: z.string(),
    bankNameEn: z.string(),
    name: z.string(),
    /** Last day of access, YYYY-MM-DD. */
    until: z.string().nullable(),
    page: z.int(),
    pageSize: z.int(),
    total: z.int(),
    campaigns: z.array(
      z.strictObject({
        id: z.uuid(),
        name: z.string(),
        fiscalYear: z.int(),
        state: z.enum(CAMPAIGN_STATES),
        dueDate: z.string(),
        launchedAt: z.date().nullable(),
        closedAt: z.date().nullable(),
      }),
    ),
  }),
  async run({ tx, scope }, { page }) {
    const [bank] = await tx.select({ name: bankProfile.name, nameEn: bankProfile.nameEn }).from(bankProfile);
    const [me] = await tx.select().from(member).where(eq(member.id, scope.memberId));
    const rows = await tx
      .select()
      .from(campaign)
      .orderBy(desc(campaign.fiscalYear), desc(campaign.createdAt), desc(campaign.id))
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE);
    const output = {
      bankName: bank?.name ?? '',
      bankNameEn: bank ? bankNameIn('en', bank) : '',
      name: me?.name ?? '',
      until: me?.auditorUntil ?? null,
      page,
      pageSize: PAGE_SIZE,
      total: await tx.$count(campaign),
      campaigns: rows.map(({ id, name, fiscalYear, state, dueDate, launchedAt, closedAt }) => ({
        id,
        name,
        fiscalYear,
        state,
        dueDate,
        launchedAt,
        closedAt,
      })),
    };
    const [first, ...others] = rows.map(({ id }) => ({
      kind: 'audit.list-seen' as const,
      campaignId: id,
      objects: [id],
      payload: {},
    }));
    // The trail of each campaign on the page shows the look; without one there was nothing to see.
    return first ? { output, events: [first, ...others] } : { unchanged: output };
  },
});
