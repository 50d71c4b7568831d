import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '@/db/client';
import { ASSESSMENT_STATES } from '@/domain/assessment-state';
import { claimCountRows } from '../gaps/gap-rows';

const MAX_ROWS = 100;
const MAX_MAILS = 50;

export const historyRowSchema = z.strictObject({
  assessmentId: z.uuid(),
  campaignId: z.uuid(),
  campaignName: z.string(),
  fiscalYear: z.int(),
  referenceDate: z.string(),
  serviceName: z.string(),
  state: z.enum(ASSESSMENT_STATES),
  roundNumber: z.int(),
  dueDate: z.string(),
  /** Of the approval that stands; null without one. */
  approvedAt: z.date().nullable(),
  grade: z.string().nullable(),
  conditions: z.string().nullable(),
  /** Of the newest round that was not taken back; null before one. */
  submitter: z.strictObject({ name: z.string(), title: z.string() }).nullable(),
  /** Gaps of the newest submitted round that no later year has answered; null before a submission. */
  gaps: z.int().nullable(),
});

/** Every year's assessments of a vendor, the newest first, and the gaps of all of them together. */
export async function vendorHistory(tx: Transaction, vendorId: string) {
  const rows = await tx.execute(sql`
    select a.id as "assessmentId", a.campaign_id as "campaignId", k.name as "campaignName", k.fiscal_year as "fiscalYear",
      k.reference_date::text as "referenceDate", s.name as "serviceName", a.state, a.round_number as "roundNumber",
      a.due_date::text as "dueDate", d.decided_at as "approvedAt", d.grade, d.conditions, claims.gaps,
      case when r.submitter_name is not null
        then jsonb_build_object('name', r.submitter_name, 'title', r.submitter_title) end as submitter,
      (sum(claims.gaps) over ())::int as "openGaps", (count(*) over ())::int as total
    from tenant.assessment a
    join tenant.campaign k on k.id = a.campaign_id
    join tenant.service s on s.id = a.service_id
    left join lateral (
      select x.decided_at, x.grade, x.conditions from tenant.acceptance x
      where x.assessment_id = a.id and x.state = 'approved' order by x.decided_at desc limit 1) d on true
    left join lateral (
      select x.submitter_name, x.submitter_title from tenant.round x
      where x.assessment_id = a.id and x.state <> 'taken_back' order by x.number desc, x.submitted_at desc limit 1) r on true
    left join (${claimCountRows(sql`a.vendor_id = ${vendorId}`)}) claims on claims.assessment_id = a.id
    where a.vendor_id = ${vendorId}
    order by k.fiscal_year desc, k.created_at desc, s.name, a.id limit ${MAX_ROWS}`);
  const read = rows.map((row) => historyLine.parse(row));
  return {
    openGaps: read[0]?.openGaps ?? 0,
    assessments: {
      total: read[0]?.total ?? 0,
      rows: read.map(({ openGaps: _gaps, total: _total, ...line }) => line),
    },
  };
}

const historyLine = historyRowSchema.extend({
  approvedAt: z.coerce.date().nullable(),
  openGaps: z.int().nullable(),
  total: z.int(),
});

export const vendorMailSchema = z.strictObject({
  id: z.uuid(),
  kind: z.string(),
  state: z.string(),
  doubtful: z.boolean(),
  failure: z.string().nullable(),
  /** When it went out, or when it is due. */
  at: z.date(),
  recipientName: z.string(),
  campaignId: z.uuid(),
  campaignName: z.string(),
});

/** The newest mails to a vendor's people, and how many there are. */
export async function vendorMails(tx: Transaction, vendorId: string) {
  const rows = await tx.execute(sql`
    select m.id, m.kind, m.state, m.doubtful = 'yes' as doubtful, m.failure, coalesce(m.sent_at, m.due_at) as at,
      m.recipient_name as "recipientName", m.campaign_id as "campaignId", k.name as "campaignName",
      (count(*) over ())::int as total
    from tenant.mail m
    join tenant.assessment a on a.id = m.assessment_id
    join tenant.campaign k on k.id = m.campaign_id
    where a.vendor_id = ${vendorId} and m.member_id is null
    order by coalesce(m.sent_at, m.due_at) desc, m.id limit ${MAX_MAILS}`);
  const read = rows.map((row) => mailLine.parse(row));
  return { total: read[0]?.total ?? 0, rows: read.map(({ total: _total, ...line }) => line) };
}

const mailLine = vendorMailSchema.extend({ at: z.coerce.date(), total: z.int() });
