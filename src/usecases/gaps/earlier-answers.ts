import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '@/db/client';
import { ANSWER_STATUSES, type AnswerStatus } from '@/domain/answer';
import type { CalendarDate } from '@/domain/calendar-date';
import { VERDICTS, type Verdict } from '@/domain/gap';
import { PROMISE_OUTCOMES, promiseOutcome } from '@/domain/promise-outcome';
import { type PromisedDate, promisedDateSchema } from '@/domain/promised-date';
import { yearOrder } from './gap-rows';

export const promiseSchema = z.strictObject({
  measure: z.string(),
  person: z.string(),
  promised: promisedDateSchema,
});

/** What was submitted to the same question the last time before, and what became of what was promised then. */
export const earlierAnswerSchema = z.strictObject({
  campaignName: z.string(),
  fiscalYear: z.int(),
  claim: z.enum(ANSWER_STATUSES),
  verdict: z.enum(VERDICTS).nullable(),
  /** Null: nothing was promised. */
  promise: promiseSchema.extend({ outcome: z.enum(PROMISE_OUTCOMES) }).nullable(),
});
export type EarlierAnswer = z.output<typeof earlierAnswerSchema>;

/** A claim that counts now, as far as an earlier promise is held against it. */
interface Newer {
  assessmentId: string;
  itemId: string;
  claim: AnswerStatus;
  verdict: Verdict | null;
  promised: PromisedDate | null;
}

/** Beside each claim what the nearest earlier campaign with a submitted answer to the same question has. One query. */
export async function earlierAnswers(
  tx: Transaction,
  claims: readonly Newer[],
  today: CalendarDate,
): Promise<(claim: Newer) => EarlierAnswer | null> {
  const keys = JSON.stringify(claims.map(({ assessmentId, itemId }) => ({ assessmentId, itemId })));
  const rows = await tx.execute<Row>(sql`
    with this as materialized (
      select own.id as "assessmentId", asked.id as "itemId", own.service_id, asked.lineage_id, year.reference_date,
        year.created_at, year.id as campaign_id
      from jsonb_to_recordset(${keys}::jsonb) claim("assessmentId" uuid, "itemId" uuid)
      join tenant.assessment own on own.id = claim."assessmentId"
      join tenant.campaign year on year.id = own.campaign_id
      join tenant.item_lineage asked on asked.id = claim."itemId")
    select this."assessmentId", this."itemId", k.name as "campaignName", k.fiscal_year as "fiscalYear", r.status as claim,
      v.value as verdict, c.measure, c.person, c.promised
    from this
    cross join lateral (
      select k.id, k.name, k.fiscal_year, l.id as item_id, n.id as round_id
      from tenant.assessment a
      join tenant.campaign k on k.id = a.campaign_id
        and ${yearOrder(sql`k`)} < (this.reference_date, this.created_at, this.campaign_id)
      join tenant.item_lineage l on l.campaign_id = k.id and l.lineage_id = this.lineage_id
      join lateral (select x.id from tenant.round x where x.assessment_id = a.id and x.state <> 'taken_back'
        order by x.number desc, x.submitted_at desc limit 1) n on true
      where a.service_id = this.service_id
        and exists (select from tenant.round_item i where i.round_id = n.id and i.item_id = l.id and i.slot = 'vendor')
      order by ${yearOrder(sql`k`)} desc limit 1) k
    join tenant.round_item ri on ri.round_id = k.round_id and ri.item_id = k.item_id and ri.slot = 'vendor'
    join tenant.answer_revision r on r.id = ri.revision_id
    left join tenant.verdict v on v.round_id = ri.round_id and v.item_id = ri.item_id
    left join tenant.commitment c on c.round_id = ri.round_id and c.item_id = ri.item_id`);
  const byClaim = new Map(rows.map((row) => [`${row.assessmentId} ${row.itemId}`, row]));
  return (claim) => {
    const row = byClaim.get(`${claim.assessmentId} ${claim.itemId}`);
    if (!row) return null;
    const { campaignName, fiscalYear, promised, measure, person } = row;
    const promise =
      promised === null
        ? null
        : { measure: measure ?? '', person: person ?? '', promised, outcome: promiseOutcome(promised, claim, today) };
    return { campaignName, fiscalYear, claim: row.claim, verdict: row.verdict, promise };
  };
}

type Row = Newer & { campaignName: string; fiscalYear: number; measure: string | null; person: string | null } & Record<
    string,
    unknown
  >;
