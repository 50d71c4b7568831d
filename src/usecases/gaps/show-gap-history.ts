import { and, eq, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import { service, vendor } from '@/db/schema/bank';
import { assessment, pinnedItem } from '@/db/schema/campaign';
import { ANSWER_STATUSES } from '@/domain/answer';
import { bankDateOf } from '@/domain/deadline';
import { isOpenGap, VERDICTS } from '@/domain/gap';
import { PROMISE_OUTCOMES, promiseOutcome } from '@/domain/promise-outcome';
import { Refusal } from '@/domain/refusal';
import { query } from '../query';
import { promiseSchema } from './earlier-answers';
import { yearOrder } from './gap-rows';

const yearSchema = z.strictObject({
  campaignId: z.uuid(),
  campaignName: z.string(),
  fiscalYear: z.int(),
  assessmentId: z.uuid(),
  itemId: z.uuid(),
  /** 通番 as printed then. */
  number: z.string(),
  roundNumber: z.int(),
  submittedAt: z.date(),
  submitterName: z.string(),
  claim: z.enum(ANSWER_STATUSES),
  verdict: z.enum(VERDICTS).nullable(),
  /** 現在の対応状況, or why it does not apply. */
  current: z.string(),
  promise: promiseSchema.nullable(),
  /** What the next newer year made of the promise; null without a promise, or while no newer year has answered. */
  outcome: z.enum(PROMISE_OUTCOMES).nullable(),
  /** Counted among the gaps today. */
  open: z.boolean(),
});

/**
 * 項目の経過: what was submitted to one question for one service over the years, the newest first, with what was promised
 * and what became of it. A gap that a newer answer has taken the place of stands here for good.
 */
export const showGapHistory = query({
  audience: 'bank',
  action: 'gaps.showHistory',
  input: z.strictObject({ assessmentId: z.uuid(), itemId: z.uuid() }),
  output: z.strictObject({
    vendorId: z.uuid(),
    vendorName: z.string(),
    serviceName: z.string(),
    number: z.string(),
    category: z.string(),
    objective: z.string(),
    years: z.array(yearSchema),
  }),
  async run({ tx, now }, { assessmentId, itemId }) {
    const [head] = await tx
      .select({
        vendorId: vendor.id,
        vendorName: vendor.name,
        serviceId: service.id,
        serviceName: service.name,
        number: pinnedItem.number,
        category: pinnedItem.category,
        objective: pinnedItem.objective,
      })
      .from(assessment)
      .innerJoin(pinnedItem, and(eq(pinnedItem.campaignId, assessment.campaignId), eq(pinnedItem.id, itemId)))
      .innerJoin(service, eq(service.id, assessment.serviceId))
      .innerJoin(vendor, eq(vendor.id, assessment.vendorId))
      .where(and(eq(assessment.id, assessmentId), ne(pinnedItem.answeredBy, 'bank')));
    if (!head) throw new Refusal('not-found', {});
    const { serviceId, ...about } = head;
    const rows = await tx.execute(sql`
      select k.id as "campaignId", k.name as "campaignName", k.fiscal_year as "fiscalYear", a.id as "assessmentId",
        p.id as "itemId", p.number, n.number as "roundNumber", n.submitted_at as "submittedAt",
        n.submitter_name as "submitterName", r.status as claim, v.value as verdict,
        case when r.status = 'not_applicable' then r.content ->> 'reason' else r.content ->> 'current' end as current,
        case when c.promised is not null
          then jsonb_build_object('measure', c.measure, 'person', c.person, 'promised', c.promised) end as promise
      from tenant.assessment a
      join tenant.campaign k on k.id = a.campaign_id
      join lateral (select x.* from tenant.round x where x.assessment_id = a.id and x.state <> 'taken_back'
        order by x.number desc, x.submitted_at desc limit 1) n on true
      join tenant.pinned_item p on p.campaign_id = k.id
      left join tenant.item_lineage l on l.id = p.id
      join tenant.round_item ri on ri.round_id = n.id and ri.item_id = p.id and ri.slot = 'vendor'
      join tenant.answer_revision r on r.id = ri.revision_id
      left join tenant.verdict v on v.round_id = n.id and v.item_id = p.id
      left join tenant.commitment c on c.round_id = n.id and c.item_id = p.id
      where a.service_id = ${serviceId}
        and (p.id = ${itemId} or l.lineage_id = (select own.lineage_id from tenant.item_lineage own where own.id = ${itemId}))
      order by ${yearOrder(sql`k`)} desc`);
    const read = rows.map((row) => yearRow.parse(row));
    const today = bankDateOf(now);
    return {
      ...about,
      years: read.map((row, index) => {
        const newer = read[index - 1];
        const later = read.slice(0, index).map(() => ({ asked: true, submitted: true }));
        return {
          ...row,
          outcome:
            row.promise && newer
              ? promiseOutcome(row.promise.promised, { ...newer, promised: newer.promise?.promised ?? null }, today)
              : null,
          open: isOpenGap(row.claim, row.verdict, later),
        };
      }),
    };
  },
});

const yearRow = yearSchema.omit({ outcome: true, open: true }).extend({ submittedAt: z.coerce.date() });
