import { asc, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { member } from '@/db/schema/bank';
import { ASSESSMENT_FILTERS, ASSESSMENT_SORTS, type AssessmentFilter } from '@/domain/assessment-search';
import { ASSESSMENT_STATES } from '@/domain/assessment-state';
import { freeTextSchema } from '@/domain/free-text';
import { requireCampaign } from '../campaigns/require-campaign';
import { claimCountRows } from '../gaps/gap-rows';
import { query } from '../query';
import { assessmentLines, orderOf, passes } from './assessment-lines';
import { requirePerson } from './require-person';

const PAGE_SIZE = 50;

export const assessmentLineSchema = z.strictObject({
  id: z.uuid(),
  vendorId: z.uuid(),
  vendorName: z.string(),
  serviceName: z.string(),
  criticality: z.enum(['high', 'medium', 'low']),
  apiKinds: z.array(z.string()),
  state: z.enum(ASSESSMENT_STATES),
  /** The vendor's person has come in by the link. */
  opened: z.boolean(),
  troubled: z.boolean(),
  /** The holder of a link that opens nothing any more asks for another. */
  linkRequested: z.boolean(),
  overdue: z.boolean(),
  /** The vendor asks something that the bank has not answered. */
  asked: z.boolean(),
  roundNumber: z.int(),
  answeredCount: z.int(),
  itemCount: z.int(),
  dueDate: z.string(),
  lastActivityAt: z.date().nullable(),
  inChargeId: z.uuid().nullable(),
  inCharge: z.string().nullable(),
  version: z.int(),
  mailState: z.enum(['none', 'planned', 'sent']),
  /** Of the newest round that was not taken back; null before a submission. Gaps are those still open. */
  claims: z.strictObject({ unmet: z.int(), partial: z.int(), gaps: z.int() }).nullable(),
});

export const assessmentSearchSchema = z.strictObject({
  campaignId: z.uuid(),
  filter: z.enum(ASSESSMENT_FILTERS),
  search: freeTextSchema(200),
  inChargeId: z.uuid().nullable(),
  criticality: z.enum(['high', 'medium', 'low']).nullable(),
  apiKind: z.enum(['reference', 'update']).nullable(),
  sort: z.enum(ASSESSMENT_SORTS),
  descending: z.boolean(),
});

/**
 * A page of a campaign's vendors, found, filtered and sorted by the database. Before a submission only how much is
 * answered, never what. The same number of queries whatever the rows and the years before.
 */
export const listAssessments = query({
  audience: 'bank',
  action: 'assessments.list',
  input: assessmentSearchSchema.extend({ page: z.int().min(1).max(100_000) }),
  output: z.strictObject({
    page: z.int(),
    pageSize: z.int(),
    /** Rows that the filter lets through. */
    total: z.int(),
    /** Of the search, by filter: what each pill shows. */
    counts: z.record(z.enum(ASSESSMENT_FILTERS), z.int()),
    /** Who may be put in charge. */
    members: z.array(z.strictObject({ id: z.uuid(), name: z.string() })),
    lines: z.array(assessmentLineSchema),
  }),
  async run({ tx, now }, { campaignId, filter, sort, descending, page, ...sought }) {
    await requireCampaign(tx, campaignId);
    await requirePerson(tx, sought.inChargeId);
    const lines = assessmentLines(sql`c.id = ${campaignId}`, now, sought);
    const [counts] = await tx.execute<Record<AssessmentFilter, number>>(sql`
      select ${sql.join(
        ASSESSMENT_FILTERS.map(
          (each) => sql`(count(*) filter (where ${passes(each)}))::int as ${sql.identifier(each)}`,
        ),
        sql`, `,
      )} from (${lines}) line`);
    const wanted = sql`(${lines}) line`;
    // The claims of a whole campaign are read only where its order depends on them.
    const ordered =
      sort === 'gaps'
        ? sql`${wanted} left join (${claimCountRows(sql`a.campaign_id = ${campaignId}`)}) claims on claims.assessment_id = line.id`
        : wanted;
    const rows = await tx.execute<z.input<typeof lineRow>>(sql`
      with paged as (
        select line.*, row_number() over (order by ${orderOf(sort, descending)}) as place from ${ordered}
        where ${passes(filter)} order by place limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE})
      select line.id, line.vendor_id as "vendorId", line.vendor_name as "vendorName", line.service_name as "serviceName",
        line.criticality, line.api_kinds as "apiKinds", line.state, line.opened, line.troubled, line.overdue,
        line.link_requested as "linkRequested", line.asked,
        line.round_number as "roundNumber", line.answered_count as "answeredCount", line.item_count as "itemCount",
        line.due_date::text as "dueDate", line.last_activity_at as "lastActivityAt", line.in_charge_id as "inChargeId",
        line.in_charge as "inCharge", line.version, claims.unmet, claims.partial, claims.gaps,
        coalesce((select max(case when m.state = 'sent' then 'sent' else 'planned' end) from tenant.mail m
          where m.assessment_id = line.id and m.member_id is null), 'none') as "mailState"
      from paged line
      left join (${claimCountRows(sql`a.id in (select paged.id from paged)`)}) claims on claims.assessment_id = line.id
      order by line.place`);
    const members = await tx
      .select({ id: member.id, name: member.name })
      .from(member)
      .where(sql`${isNull(member.disabledAt)} and not 'auditor' = any(${member.roles})`)
      .orderBy(asc(member.name));
    if (!counts) throw new Error('a count has one row');
    return {
      page,
      pageSize: PAGE_SIZE,
      total: counts[filter],
      counts,
      members,
      lines: rows.map((row) => {
        const { unmet, partial, gaps, ...line } = lineRow.parse(row);
        return { ...line, claims: unmet === null ? null : { unmet, partial: partial ?? 0, gaps: gaps ?? 0 } };
      }),
    };
  },
});

const lineRow = assessmentLineSchema.omit({ claims: true }).extend({
  lastActivityAt: z.coerce.date().nullable(),
  unmet: z.int().nullable(),
  partial: z.int().nullable(),
  gaps: z.int().nullable(),
});
