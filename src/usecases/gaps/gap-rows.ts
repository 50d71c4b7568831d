import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { bankDateOf } from '@/domain/deadline';

/**
 * The claims that count: of every assessment the newest round that was not taken back, item by item, with the verdict
 * and the promise that hang on it. `gap` is the database's form of the domain's `isGap`; a test holds the two together.
 */
export function claimRows(where: SQL): SQL {
  return sql`
    select ri.campaign_id, ri.assessment_id, ri.round_id, ri.item_id, r.status, r.content, v.value as verdict,
      c.promised, c.last_day, c.measure, c.person,
      (r.status in ('partial', 'unmet') or coalesce(v.value = 'insufficient', false)) as gap
    from (
      select distinct on (assessment_id) id, assessment_id, campaign_id
      from tenant.round where state <> 'taken_back' and ${where}
      order by assessment_id, number desc, submitted_at desc
    ) newest
    join tenant.round_item ri on ri.round_id = newest.id and ri.slot = 'vendor'
    join tenant.answer_revision r on r.tenant_id = ri.tenant_id and r.id = ri.revision_id
    left join tenant.verdict v on v.tenant_id = ri.tenant_id and v.round_id = ri.round_id and v.item_id = ri.item_id
    left join tenant.commitment c on c.tenant_id = ri.tenant_id and c.round_id = ri.round_id and c.item_id = ri.item_id`;
}

/** Gaps and overdue ones of each of the campaigns; one without any is not in the map. */
export async function gapCounts(
  tx: Transaction,
  now: Date,
  campaignIds: readonly string[],
): Promise<Map<string, { gaps: number; overdue: number }>> {
  if (campaignIds.length === 0) return new Map();
  const rows = await tx.execute<{ campaignId: string; gaps: number; overdue: number }>(sql`
    select campaign_id as "campaignId", count(*)::int as gaps,
      (count(*) filter (where last_day < ${bankDateOf(now)}::date))::int as overdue
    from (${claimRows(sql`campaign_id in ${[...campaignIds]}`)}) claims where gap group by campaign_id`);
  return new Map(rows.map((row) => [row.campaignId, row]));
}

/** Of each assessment that has submitted: how many claims are unmet, partial, and gaps. */
export function claimCountRows(where: SQL): SQL {
  return sql`
    select assessment_id, (count(*) filter (where status = 'unmet'))::int as unmet,
      (count(*) filter (where status = 'partial'))::int as partial, (count(*) filter (where gap))::int as gaps
    from (${claimRows(where)}) claim group by assessment_id`;
}

/** The same counts for the assessment of a row beside it, as a lateral: what a page of rows asks. Null before a round. */
export function claimCountsOf(assessmentId: SQL): SQL {
  return sql`
    select (count(*) filter (where r.status = 'unmet'))::int as unmet,
      (count(*) filter (where r.status = 'partial'))::int as partial,
      (count(*) filter (where r.status in ('partial', 'unmet') or coalesce(v.value = 'insufficient', false)))::int as gaps
    from (select id from tenant.round where assessment_id = ${assessmentId} and state <> 'taken_back'
      order by number desc, submitted_at desc limit 1) newest
    join tenant.round_item ri on ri.round_id = newest.id and ri.slot = 'vendor'
    join tenant.answer_revision r on r.id = ri.revision_id
    left join tenant.verdict v on v.round_id = ri.round_id and v.item_id = ri.item_id
    group by newest.id`;
}
