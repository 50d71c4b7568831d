import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';

/**
 * Puts years behind a campaign, by the superuser and past the use cases: in each the same services, every item answered,
 * accepted and approved, and but for last year's the gaps settled, as closing the year after leaves them. Ids derive from
 * the copied row and the year. Only the amount matters here.
 */
export async function fillYears(sql: Sql, campaignId: string, years: { from: number; count: number }): Promise<void> {
  for (let year = years.from; year < years.from + years.count; year += 1) {
    await sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      const past = randomUUID();
      // A UUID of version 8, as RFC 9562 allows for ids that are computed.
      const moved = (column: string) =>
        sql.unsafe(`overlay(overlay(md5(${column}::text || '${past}') placing '8' from 13) placing '8' from 17)::uuid`);
      await tx`insert into tenant.campaign select (jsonb_populate_record(c, jsonb_build_object('id', ${past}::text, 'state', 'closed',
          'fiscal_year', c.fiscal_year - ${year}, 'reference_date', (c.reference_date - make_interval(years => ${year}))::date,
          'gaps_at_close', 0, 'launched_at', c.launched_at - make_interval(years => ${year})))).*
        from tenant.campaign c where c.id = ${campaignId}`;
      await tx`insert into tenant.pinned_item select (jsonb_populate_record(p, jsonb_build_object('id', ${moved('p.id')},
          'campaign_id', ${past}::text))).* from tenant.pinned_item p where p.campaign_id = ${campaignId}`;
      await tx`insert into tenant.item_lineage (tenant_id, id, campaign_id, lineage_id)
        select tenant_id, ${moved('id')}, ${past}, lineage_id from tenant.item_lineage where campaign_id = ${campaignId}`;
      await tx`insert into tenant.assessment select (jsonb_populate_record(a, jsonb_build_object('id', ${moved('a.id')},
          'campaign_id', ${past}::text, 'state', 'approved', 'gaps_settled', ${year > 1}::boolean))).* from tenant.assessment a where a.campaign_id = ${campaignId}`;
      await tx`insert into tenant.round (tenant_id, id, campaign_id, assessment_id, number, state, submitted_at, submitted_by,
          submitter_name, submitter_title, receipt_hash, after_due)
        select tenant_id, ${moved('id')}, ${past}, ${moved('assessment_id')}, number, 'approved',
          submitted_at - make_interval(years => ${year}), submitted_by, submitter_name, submitter_title, receipt_hash, after_due
        from tenant.round where campaign_id = ${campaignId}`;
      await tx`insert into tenant.answer_revision (tenant_id, id, campaign_id, answer_id, item_id, slot, assessment_id, version,
          content, status, digest, after_due, sitting, at, by)
        select tenant_id, ${moved('id')}, ${past}, ${moved('answer_id')}, ${moved('item_id')}, slot, ${moved('assessment_id')},
          version, content, status, digest, after_due, sitting, at, by
        from tenant.answer_revision where campaign_id = ${campaignId} and slot = 'vendor'`;
      await tx`insert into tenant.round_item (tenant_id, id, campaign_id, assessment_id, round_id, item_id, slot, revision_id, status)
        select tenant_id, ${moved('id')}, ${past}, ${moved('assessment_id')}, ${moved('round_id')}, ${moved('item_id')}, slot,
          ${moved('revision_id')}, status from tenant.round_item where campaign_id = ${campaignId}`;
      await tx`insert into tenant.verdict (tenant_id, id, campaign_id, assessment_id, round_id, item_id, value, version, by, at, released_at)
        select tenant_id, gen_random_uuid(), campaign_id, assessment_id, round_id, item_id, 'accepted', 1, '{"kind":"system"}', now(), now()
        from tenant.round_item where campaign_id = ${past}`;
      await tx`insert into tenant.acceptance (tenant_id, id, campaign_id, assessment_id, round_id, state, summary, proposed_by, proposed_at, decided_by, decided_at)
        select tenant_id, gen_random_uuid(), campaign_id, assessment_id, id, 'approved', '', '{"kind":"system"}', submitted_at, '{"kind":"system"}', submitted_at
        from tenant.round where campaign_id = ${past}`;
      await tx`insert into tenant.invitation (tenant_id, id, campaign_id, assessment_id, address, name, language, link_hash,
          issued_at, expires_at, opened_at)
        select tenant_id, gen_random_uuid(), campaign_id, id, 'x@history.example', '担当', 'ja', gen_random_uuid()::text,
          created_at, created_at, created_at from tenant.assessment where campaign_id = ${past}`;
      await tx`insert into tenant.mail (tenant_id, id, kind, campaign_id, assessment_id, address, recipient_name, language, occasion,
          due_at, state, message_id, sent_at, planned_at)
        select tenant_id, gen_random_uuid(), 'invitation', campaign_id, id, 'x@history.example', '担当', 'ja', 'past', created_at,
          'sent', gen_random_uuid()::text, created_at, created_at from tenant.assessment where campaign_id = ${past}`;
    });
  }
  await sql`analyze`;
}
