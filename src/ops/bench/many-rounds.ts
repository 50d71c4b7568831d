import type { Sql } from 'postgres';

/**
 * Fills one campaign with submitted rounds, by the superuser and past the use cases: only the amount matters here.
 * Every sixth answer is partial and every tenth unmet, each with a promise. Returns one of the assessments.
 */
export async function fillRounds(sql: Sql, campaignId: string, assessments: number): Promise<{ assessmentId: string }> {
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`create temp table made on commit drop as
      select a.tenant_id, a.campaign_id, gen_random_uuid() as id, gen_random_uuid() as service_id,
        gen_random_uuid() as vendor_id, gen_random_uuid() as round_id, n
      from tenant.assessment a, generate_series(1, ${assessments}) n
      where a.campaign_id = ${campaignId} and a.id = (select min(b.id::text)::uuid from tenant.assessment b where b.campaign_id = ${campaignId})`;
    await tx`insert into tenant.vendor (tenant_id, id, name, kana, created_at)
      select tenant_id, vendor_id, '接続先' || n, lpad(n::text, 5, '0'), now() from made`;
    await tx`insert into tenant.service (tenant_id, id, vendor_id, name, api_kinds, criticality)
      select tenant_id, service_id, vendor_id, 'API', '{reference}', 'medium' from made`;
    await tx`insert into tenant.assessment (tenant_id, id, campaign_id, service_id, vendor_id, state, due_date, item_count, answered_count, created_at)
      select tenant_id, id, campaign_id, service_id, vendor_id, 'submitted', '2026-12-25', 54, 54, now() from made`;
    await tx`insert into tenant.round (tenant_id, id, campaign_id, assessment_id, number, state, submitted_at, submitted_by,
        submitter_name, submitter_title, receipt_hash, after_due)
      select tenant_id, round_id, campaign_id, id, 1, 'submitted', now(), '{"kind":"system"}', '田中', '室長', 'x', 'in_time' from made`;
    await tx`create temp table answered on commit drop as
      select m.*, p.id as item_id, p.position, gen_random_uuid() as revision_id, gen_random_uuid() as answer_id,
        case when (m.n + p.position) % 10 = 0 then 'unmet' when (m.n + p.position) % 6 = 0 then 'partial' else 'met' end as status
      from made m join tenant.pinned_item p on p.campaign_id = m.campaign_id`;
    await tx`insert into tenant.answer_revision (tenant_id, id, campaign_id, answer_id, item_id, slot, assessment_id, version,
        content, status, digest, after_due, sitting, at, by)
      select tenant_id, revision_id, campaign_id, answer_id, item_id, 'vendor', id, 1,
        jsonb_build_object('status', status, 'current', repeat('対応している。', 12), 'measure', '', 'promised', null, 'person', '', 'reason', '', 'remarks', ''),
        status, 'x', false, gen_random_uuid(), now(), '{"kind":"system"}' from answered`;
    await tx`insert into tenant.round_item (tenant_id, id, campaign_id, assessment_id, round_id, item_id, slot, revision_id, status)
      select tenant_id, gen_random_uuid(), campaign_id, id, round_id, item_id, 'vendor', revision_id, status from answered`;
    await tx`insert into tenant.commitment (tenant_id, id, campaign_id, assessment_id, round_id, item_id, measure, person, promised, last_day, state, made_at)
      select tenant_id, gen_random_uuid(), campaign_id, id, round_id, item_id, '手順を定める', '開発部',
        jsonb_build_object('precision', 'day', 'date', to_char(date '2026-10-01' + position * 5, 'YYYY-MM-DD')), date '2026-10-01' + position * 5, 'open', now()
      from answered where status <> 'met'`;
  });
  await sql`analyze`;
  const [first] = await sql<{ assessmentId: string }[]>`
    select assessment_id as "assessmentId" from tenant.round where campaign_id = ${campaignId} limit 1`;
  if (!first) throw new Error('no round was filled in');
  return first;
}
