import { count, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { campaignTarget } from '@/db/schema/campaign';
import { LAST_RESULTS } from '@/domain/last-result';
import { query } from '../query';
import { requireCampaign } from './require-campaign';
import { serviceLines, serviceSearchSchema } from './service-lines';

const PAGE_SIZE = 50;

const lineSchema = z.strictObject({
  id: z.uuid(),
  vendorId: z.uuid(),
  vendorName: z.string(),
  serviceName: z.string(),
  apiKinds: z.array(z.string()),
  criticality: z.enum(['high', 'medium', 'low']),
  /** Null: not chosen. */
  wave: z.int().nullable(),
  contacts: z.int(),
  primaryContact: z.enum(['fine', 'bounced']).nullable(),
  lastResult: z.enum(LAST_RESULTS),
});

/** A page of the bank's services, found and filtered by the database, with those chosen for the campaign marked. */
export const listServices = query({
  audience: 'bank',
  action: 'campaigns.listServices',
  input: z.strictObject({
    campaignId: z.uuid(),
    ...serviceSearchSchema.shape,
    page: z.int().min(1).max(1000),
  }),
  output: z.strictObject({
    lines: z.array(lineSchema),
    /** Found, of which chosen; and chosen in all. */
    total: z.int(),
    foundChosen: z.int(),
    chosen: z.int(),
    page: z.int(),
    pageSize: z.int(),
  }),
  async run({ tx }, { campaignId, page, ...sought }) {
    await requireCampaign(tx, campaignId);
    const found = serviceLines(campaignId, sought);
    const rows = await tx.execute(sql`
      select id, vendor_id as "vendorId", vendor_name as "vendorName", service_name as "serviceName",
        api_kinds as "apiKinds", criticality, wave, contacts, primary_contact as "primaryContact",
        last_result as "lastResult"
      from (${found}) line order by kana, service_name, id limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}`);
    const [counted] = await tx.execute<{ total: number; chosen: number }>(
      sql`select count(*)::int as total, count(wave)::int as chosen from (${found}) line`,
    );
    const [all] = await tx
      .select({ chosen: count() })
      .from(campaignTarget)
      .where(eq(campaignTarget.campaignId, campaignId));
    return {
      lines: z.array(lineSchema).parse([...rows]),
      total: counted?.total ?? 0,
      foundChosen: counted?.chosen ?? 0,
      chosen: all?.chosen ?? 0,
      page,
      pageSize: PAGE_SIZE,
    };
  },
});
