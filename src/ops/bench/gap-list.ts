import type { Sql } from 'postgres';
import { listGaps } from '@/usecases/gaps/list-gaps';
import type { TestBank, testOutside } from '@/usecases/testing/bank-fixture';
import { compare, type Row } from './measure';

const EVERYTHING = { campaignId: null, vendorId: null, category: null, state: null, page: 1 };

/** First page and sums of the gap list, against the same question in bare SQL through the same driver. */
export async function benchGapList(sql: Sql, bank: TestBank, outside: ReturnType<typeof testOutside>): Promise<Row> {
  const { tenantId } = bank;
  const claims = sql`
    select distinct on (r.assessment_id) r.id, r.assessment_id from tenant.round r
    where r.tenant_id = ${tenantId} and r.state <> 'taken_back' order by r.assessment_id, r.number desc, r.submitted_at desc`;
  const gaps = sql`
    from (${claims}) newest
    join tenant.round_item ri on ri.tenant_id = ${tenantId} and ri.round_id = newest.id and ri.slot = 'vendor'
    join tenant.answer_revision v on v.tenant_id = ${tenantId} and v.id = ri.revision_id
    left join tenant.verdict j on j.tenant_id = ${tenantId} and j.round_id = ri.round_id and j.item_id = ri.item_id
    left join tenant.commitment c on c.tenant_id = ${tenantId} and c.round_id = ri.round_id and c.item_id = ri.item_id
    join tenant.assessment a on a.tenant_id = ${tenantId} and a.id = ri.assessment_id
    join tenant.pinned_item p on p.tenant_id = ${tenantId} and p.id = ri.item_id
    where v.status in ('partial', 'unmet') or j.value = 'insufficient'`;
  return compare(
    'gap-list',
    9,
    () => listGaps(outside, bank.members.viewer, EVERYTHING),
    async () => {
      await sql`select case when c.promised is null then 'unplanned' when c.last_day is null then 'undecided'
        when c.last_day < current_date then 'overdue' else 'planned' end as state, count(*)::int ${gaps} group by 1`;
      await sql`select v.content, c.measure, c.person, c.promised, c.last_day, p.number, p.category, p.objective ${gaps}
        order by c.last_day nulls last, a.id, p.position limit 50`;
    },
  );
}
