import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { bankDateOf } from '@/domain/deadline';

/** The place of a campaign `k` among the years; the same order as that of last year's answers. */
export const yearOrder = (k: SQL) => sql`(${k}.reference_date, ${k}.created_at, ${k}.id)`;

/** Assessments `a` whose gaps may still be open: what a list of open gaps looks at, however many years lie behind. */
export const UNSETTLED = sql`not a.gaps_settled`;

/** The rounds that count: of every assessment `a` that the condition lets through the newest that was not taken back. */
const newestRounds = (where: SQL) => sql`
  select distinct on (r.assessment_id) r.id as round_id, r.assessment_id, a.campaign_id, a.service_id, a.vendor_id,
    a.gaps_settled
  from tenant.assessment a join tenant.round r on r.assessment_id = a.id and r.state <> 'taken_back'
  where ${where}
  order by r.assessment_id, r.number desc, r.submitted_at desc`;

/**
 * Every gap of the rounds that count, open or not. `where` is a condition on the assessment `a`.
 * The rows are the database's form of the domain's `isGap`, `open` is that of `isOpenGap`; tests hold each two together.
 * `answering` narrows down which campaigns `later` may answer an earlier gap.
 */
export function gapRows(where: SQL, answering: SQL = sql`true`): SQL {
  return sql`
    with newest as materialized (${newestRounds(where)}),
    years as materialized (
      select k.id, later.id as later_id
      from tenant.campaign k
      join tenant.campaign later on ${yearOrder(sql`later`)} > ${yearOrder(sql`k`)} and ${answering}
      where k.id in (select campaign_id from newest where not gaps_settled)),
    answered_since as materialized (
      select distinct n.round_id, l.lineage_id
      from newest n
      join years on years.id = n.campaign_id
      join tenant.assessment a on a.campaign_id = years.later_id and a.service_id = n.service_id
      join tenant.pinned_item p on p.campaign_id = years.later_id and p.answered_by <> 'bank'
        and (p.only_for_api_kinds is null or p.only_for_api_kinds && a.api_kinds)
      join tenant.item_lineage l on l.id = p.id
      where not n.gaps_settled
        and exists (select from tenant.round r where r.assessment_id = a.id and r.state <> 'taken_back'))
    select n.campaign_id, n.assessment_id, n.service_id, n.vendor_id, n.round_id, i.item_id, i.revision_id, i.status,
      not n.gaps_settled and since.round_id is null as open
    from newest n
    cross join lateral (
      select i.item_id, i.revision_id, i.status from tenant.round_item i
      where i.round_id = n.round_id and i.slot = 'vendor' and i.status in ('partial', 'unmet')
      union all
      select i.item_id, i.revision_id, i.status from tenant.verdict v
      join tenant.round_item i on i.round_id = v.round_id and i.item_id = v.item_id and i.slot = 'vendor'
      where v.round_id = n.round_id and v.value = 'insufficient' and i.status not in ('partial', 'unmet')) i
    left join tenant.item_lineage l on l.id = i.item_id
    left join answered_since since on since.round_id = n.round_id and since.lineage_id = l.lineage_id`;
}

/** Open gaps and overdue ones of each of the campaigns; one without any is not in the map. */
export async function gapCounts(
  tx: Transaction,
  now: Date,
  campaignIds: readonly string[],
): Promise<Map<string, { gaps: number; overdue: number }>> {
  if (campaignIds.length === 0) return new Map();
  const rows = await tx.execute<{ campaignId: string; gaps: number; overdue: number }>(sql`
    select gap.campaign_id as "campaignId", count(*)::int as gaps,
      (count(*) filter (where c.last_day < ${bankDateOf(now)}::date))::int as overdue
    from (${gapRows(sql`${UNSETTLED} and a.campaign_id in ${[...campaignIds]}`)}) gap
    left join tenant.commitment c on c.round_id = gap.round_id and c.item_id = gap.item_id
    where gap.open group by gap.campaign_id`);
  return new Map(rows.map((row) => [row.campaignId, row]));
}

/**
 * Of each assessment that has submitted: how many claims are unmet and partial, and how many gaps are open. `where` is a
 * condition on the assessment `a`. For many at once: asked of one row after the other it would go over the years each time.
 */
export function claimCountRows(where: SQL): SQL {
  return sql`
    select counted.assessment_id, (count(*) filter (where gap.status = 'unmet'))::int as unmet,
      (count(*) filter (where gap.status = 'partial'))::int as partial, (count(*) filter (where gap.open))::int as gaps
    from (${newestRounds(where)}) counted
    left join (${gapRows(where)}) gap on gap.round_id = counted.round_id
    group by counted.assessment_id`;
}
