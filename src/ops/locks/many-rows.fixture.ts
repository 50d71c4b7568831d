import type postgres from 'postgres';
import { nameCampaign, type TestBank } from '@/usecases/testing/bank-fixture';

export const SHARED_ADDRESS = (slug: string) => `everything@${slug}.example`;

/**
 * Gives a bank `rows` of everything that is listed, beside what its campaign brought: written below the use cases, so
 * that thirty of each cost no more than three.
 */
export async function fillWithRows(
  sql: postgres.Sql,
  bank: TestBank,
  place: { slug: string; campaignId: string; vendorId: string; assessmentId: string; rows: number },
): Promise<{ itemsCampaignId: string }> {
  const { campaignId, vendorId, rows } = place;
  const { tenantId, editionId } = bank;
  const by = sql.json(bank.system.actor as postgres.JSONValue);
  const copies = (state: string) => sql<{ id: string }[]>`
    insert into tenant.campaign
    select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'state', ${state}::text,
      'name', ${state}::text || n, 'closed_at', case when ${state}::text = 'closed' then now() end,
      'gaps_at_close', case when ${state}::text = 'closed' then 0 end, 'created_at', c.created_at - n * interval '1 hour'))).*
    from tenant.campaign c, generate_series(1, ${rows}::int) n where c.id = ${campaignId} returning id`;
  await copies('running');
  for (const { id } of await copies('closed')) await nameCampaign(bank, id, new Date());
  await nameCampaign(bank, campaignId, new Date());
  const [draft] = await copies('draft');
  const itemsCampaignId = draft?.id ?? '';
  await sql`
    insert into tenant.pinned_item
    select (jsonb_populate_record(null::tenant.pinned_item, to_jsonb(i) || jsonb_build_object('id', gen_random_uuid(), 'campaign_id', ${itemsCampaignId}::text,
      'number', 'x' || n, 'position', n, 'answered_by', 'bank'))).*
    from (select * from tenant.pinned_item where campaign_id = ${campaignId} order by position limit 1) i,
      generate_series(1, ${rows}::int) n`;
  await sql`
    insert into tenant.checklist_edition
    select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'title', 'x' || n,
      'derived_from_id', e.id, 'source_id', 'x' || n))).*
    from tenant.checklist_edition e, generate_series(1, ${rows}::int) n where e.id = ${editionId}`;
  await sql`
    with account as (
      insert into platform.user_account (id, email)
      select gen_random_uuid(), 'somebody' || n || '@' || ${place.slug}::text || '.example'
      from generate_series(1, ${rows}::int) n returning id)
    insert into tenant.member (tenant_id, id, user_id, name, roles, created_at)
    select ${tenantId}, gen_random_uuid(), id, 'somebody', '{viewer}', now() from account`;
  for (const [kind, campaign, subject] of [
    ['campaign_xlsx', campaignId, null],
    ['vendors_xlsx', null, null],
    ['edition_xlsx', null, editionId],
  ] as const) {
    await sql`
      insert into tenant.export_file (tenant_id, id, kind, campaign_id, subject_id, locale, state, requested_by, requested_at)
      select ${tenantId}, gen_random_uuid(), ${kind}, ${campaign}, ${subject}, 'ja', 'failed', ${by}, now()
      from generate_series(1, ${rows}::int)`;
  }
  await sql`
    insert into tenant.file_import (tenant_id, id, kind, file_name, sha256, content, state, requested_by, requested_at)
    select ${tenantId}, gen_random_uuid(), 'vendors', 'x.csv', repeat('0', 64), '\\x61', 'discarded', ${by}, now()
    from generate_series(1, ${rows}::int)`;
  await sql`
    insert into tenant.vendor_contact
    select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'kind', 'copy',
      'address', 'copy' || n || '@vendor.example'))).*
    from tenant.vendor_contact c, generate_series(1, ${rows}::int) n where c.vendor_id = ${vendorId}`;
  await sql`update tenant.mail set state = 'failed', failure = '550' where campaign_id = ${campaignId}`;
  await sql`
    update tenant.invitation set address = ${SHARED_ADDRESS(place.slug)}
    where campaign_id = ${campaignId}`;
  await sql`
    insert into tenant.invitation
    select (jsonb_populate_record(i, jsonb_build_object('id', gen_random_uuid(), 'delegated_by', i.id,
      'address', 'colleague' || n || '@vendor.example', 'link_hash', gen_random_uuid()))).*
    from tenant.invitation i, generate_series(1, ${rows}::int) n where i.assessment_id = ${place.assessmentId}`;
  await sql`
    insert into tenant.form_upload (tenant_id, id, campaign_id, assessment_id, invitation_id, file_name, size, sha256, content,
      state, cells, uploaded_by, uploaded_at)
    select i.tenant_id, gen_random_uuid(), i.campaign_id, i.assessment_id, i.id, 'x.xlsx', 1, repeat('0', 64), '\\x61',
      'discarded', '[]', ${by}, now()
    from tenant.invitation i, generate_series(1, ${rows}::int) n
    where i.assessment_id = ${place.assessmentId} and i.delegated_by is null`;
  await sql`
    insert into tenant.question (tenant_id, id, campaign_id, assessment_id, item_id, invitation_id, text, asked_by, asked_at)
    select i.tenant_id, gen_random_uuid(), i.campaign_id, i.assessment_id,
      (select p.id from tenant.pinned_item p where p.campaign_id = i.campaign_id limit 1), i.id, 'x', ${by}, now()
    from tenant.invitation i, generate_series(1, ${rows}::int) n
    where i.assessment_id = ${place.assessmentId} and i.delegated_by is null`;
  await holdFiles(sql, place.assessmentId, rows);
  return { itemsCampaignId };
}

/** As many files as `rows` in the assessment's newest round, each for its first item. */
async function holdFiles(sql: postgres.Sql, assessmentId: string, rows: number): Promise<void> {
  await sql`
    with place as (
      select r.tenant_id, r.campaign_id, r.assessment_id, r.id as round_id, r.submitted_at, r.submitted_by, i.item_id
      from tenant.round r join tenant.round_item i on i.round_id = r.id
      where r.assessment_id = ${assessmentId} order by r.number desc, i.item_id limit 1),
    kept as (
      insert into tenant.evidence (tenant_id, id, campaign_id, assessment_id, invitation_id, file_name, media_type, size,
        sha256, storage_key, scan, added_by, added_at)
      select tenant_id, gen_random_uuid(), campaign_id, assessment_id, assessment_id, 'x.pdf', 'application/pdf', 1,
        repeat('0', 64), 'x' || n, 'not_scanned', submitted_by, submitted_at
      from place, generate_series(1, ${rows}::int) n returning id),
    versions as (
      insert into tenant.revision (tenant_id, id, noun, row_id, campaign_id, assessment_id, snapshot, digest, at, by)
      select tenant_id, gen_random_uuid(), 'evidence', kept.id, campaign_id, assessment_id, '{}', 'x', submitted_at,
        submitted_by
      from place, kept)
    insert into tenant.round_evidence (tenant_id, id, campaign_id, assessment_id, round_id, item_id, evidence_id)
    select tenant_id, gen_random_uuid(), campaign_id, assessment_id, round_id, item_id, kept.id from place, kept`;
}

/** As many organisations as `rows`, each with an open invitation to join for the bank's shared address. */
export async function inviteByOrganisations(sql: postgres.Sql, slug: string, rows: number): Promise<void> {
  await sql`
    with founded as (
      insert into respondents.organisation (id, name, founded_at)
      select gen_random_uuid(), 'x' || n, now() from generate_series(1, ${rows}::int) n returning id)
    insert into respondents.organisation_invitation
      (organisation_id, id, address, language, invited_by, inviter_name, invited_at, mail_state)
    select id, gen_random_uuid(), ${SHARED_ADDRESS(slug)}, 'ja', gen_random_uuid(), 'x', now(), 'sent' from founded`;
}
