import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { ASSESSMENT_STATES } from '@/domain/assessment-state';
import { freeTextSchema } from '@/domain/free-text';
import { VENDOR_SORTS, VENDOR_STANDINGS } from '@/domain/vendor-search';
import { query } from '../query';
import { CRITICALITIES } from './vendor.schema';
import { lastResults, soughtVendors, vendorOrder } from './vendor-lines';

const PAGE_SIZE = 50;

const vendorLineSchema = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  kana: z.string(),
  corporateNumber: z.string().nullable(),
  registrationNumber: z.string(),
  registrationBureau: z.string(),
  registrationCheckedOn: z.string().nullable(),
  archived: z.boolean(),
  /** The gravest of its services; null without any. */
  criticality: z.enum(CRITICALITIES).nullable(),
  services: z.array(z.string()),
  /** The primary contact; null while there is none. */
  contact: z.strictObject({ name: z.string(), bounced: z.boolean() }).nullable(),
  /** Null while it was never assessed. */
  last: z
    .strictObject({
      assessmentId: z.uuid(),
      campaignId: z.uuid(),
      campaignName: z.string(),
      fiscalYear: z.int(),
      state: z.enum(ASSESSMENT_STATES),
      grade: z.string().nullable(),
    })
    .nullable(),
});

/**
 * A page of the register. The search folds width, case and kana over names, readings, numbers and services' names; the
 * database finds, sorts and pages. Three queries, whatever the rows and the years behind them.
 */
export const listVendors = query({
  audience: 'bank',
  action: 'vendors.list',
  input: z.strictObject({
    search: freeTextSchema(200),
    standing: z.enum(VENDOR_STANDINGS),
    criticality: z.enum(CRITICALITIES).nullable(),
    bureau: z.string().max(200).nullable(),
    sort: z.enum(VENDOR_SORTS),
    descending: z.boolean(),
    page: z.int().min(1).max(100_000),
  }),
  output: z.strictObject({
    page: z.int(),
    pageSize: z.int(),
    total: z.int(),
    /** Vendors of the whole register, archived ones too: 0 for a bank that begins. */
    registered: z.int(),
    bureaus: z.array(z.string()),
    lines: z.array(vendorLineSchema),
  }),
  async run({ tx }, { sort, descending, page, ...sought }) {
    const found = soughtVendors(sought);
    const [counts] = await tx.execute<{ total: number; registered: number }>(sql`
      select (select count(*)::int ${found}) as total, (select count(*)::int from tenant.vendor) as registered`);
    const bureaus = await tx.execute<{ bureau: string }>(sql`
      select distinct registration_bureau as bureau from tenant.vendor where registration_bureau <> '' order by 1`);
    // Every vendor's last result is read only where the order depends on it.
    const ordered =
      sort === 'result'
        ? sql`from (select w.* ${found}) w left join (${lastResults(sql`true`)}) last on last.vendor_id = w.id`
        : found;
    const rows = await tx.execute(sql`
      with paged as (
        select w.*, row_number() over (order by ${vendorOrder(sort, descending)}) as place ${ordered}
        order by place limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE})
      select w.id, w.name, w.kana, w.corporate_number as "corporateNumber", w.registration_number as "registrationNumber",
        w.registration_bureau as "registrationBureau", w.registration_checked_on::text as "registrationCheckedOn",
        w.archived_at is not null as archived,
        case when 'high' = any(served.weights) then 'high' when 'medium' = any(served.weights) then 'medium'
          when 'low' = any(served.weights) then 'low' end as criticality,
        coalesce(served.names, '{}') as services,
        case when p.id is not null then jsonb_build_object('name', p.name, 'bounced', p.bounced_at is not null) end as contact,
        case when last.assessment_id is not null then jsonb_build_object('assessmentId', last.assessment_id,
          'campaignId', last.campaign_id, 'campaignName', last.campaign_name, 'fiscalYear', last.fiscal_year,
          'state', last.state, 'grade', last.grade) end as last
      from paged w
      left join lateral (select array_agg(s.name order by s.name) as names, array_agg(s.criticality) as weights
        from tenant.service s where s.vendor_id = w.id and s.archived_at is null) served on true
      left join tenant.vendor_contact p on p.vendor_id = w.id and p.kind = 'primary'
      left join (${lastResults(sql`a.vendor_id in (select id from paged)`)}) last on last.vendor_id = w.id
      order by w.place`);
    if (!counts) throw new Error('a count has one row');
    return {
      page,
      pageSize: PAGE_SIZE,
      total: counts.total,
      registered: counts.registered,
      bureaus: bureaus.map((row) => row.bureau),
      lines: rows.map((row) => vendorLineSchema.parse(row)),
    };
  },
});
