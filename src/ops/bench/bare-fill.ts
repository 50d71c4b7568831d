import { randomBytes, randomUUID } from 'node:crypto';
import type { Sql, TransactionSql } from 'postgres';
import { type BarePlace, bareScope } from './bare-save';

/** Where the bare filling-in writes, and whose master it reads. */
export interface BareFill extends Omit<BarePlace, 'itemId'> {
  personId: string;
  organisationId: string;
  itemIds: readonly string[];
}

interface KeptAnswer {
  content: { status: string };
}

/**
 * Filling in with nothing around it: the master read in one transaction, its answers written in another, each table in
 * one statement; no parsing, no rules, no hashing.
 */
export async function bareFill(sql: Sql, place: BareFill): Promise<void> {
  const kept = await sql.begin((tx) => bareMaster(tx, place));
  await sql.begin(async (tx) => {
    await bareScope(tx, place);
    const written = await bareAnswers(tx, place, kept);
    await bareEvents(tx, place, written);
  });
}

async function bareMaster(tx: TransactionSql, { personId, organisationId }: BareFill): Promise<KeptAnswer[]> {
  await tx`select set_config('role', 'tenken_identity', true)`;
  await tx`select o.id, o.name from respondents.organisation_member m
    join respondents.organisation o on o.id = m.organisation_id where m.person_id = ${personId} and m.left_at is null`;
  await tx`select set_config('role', 'tenken_organisation', true), set_config('app.organisation_id', ${organisationId}, true)`;
  await tx`select id, name from respondents.master_service`;
  await tx`select * from respondents.master_link`;
  return tx<KeptAnswer[]>`select * from respondents.master_answer`;
}

const digest = () => randomBytes(32).toString('hex');

async function bareAnswers(tx: TransactionSql, place: BareFill, kept: readonly KeptAnswer[]): Promise<string[][]> {
  const { tenantId, campaignId, assessmentId, itemIds } = place;
  const now = new Date().toISOString();
  const by = { kind: 'respondent', id: place.personId, name: '田中 涼', department: '室' };
  await tx`select * from tenant.assessment where id = ${assessmentId} for update`;
  await tx`select * from tenant.campaign where id = ${campaignId}`;
  await tx`select p.*, a.* from tenant.pinned_item p
    left join tenant.answer a on a.item_id = p.id and a.slot = 'vendor' and a.assessment_id = ${assessmentId}
    where p.id = any(${[...itemIds]}::uuid[]) order by p.position`;
  const rows = itemIds.map((itemId, index) => ({
    tenant_id: tenantId,
    campaign_id: campaignId,
    assessment_id: assessmentId,
    item_id: itemId,
    answer_id: randomUUID(),
    revision_id: randomUUID(),
    content: kept[index]?.content,
    digest: digest(),
  }));
  const some = JSON.stringify(rows);
  await tx`insert into tenant.answer (tenant_id, id, campaign_id, assessment_id, item_id, slot, content, status, complete,
      version, revision_id, updated_at, by)
    select tenant_id, answer_id, campaign_id, assessment_id, item_id, 'vendor', content, content->>'status', true, 1,
      revision_id, ${now}, ${tx.json(by)}
    from json_to_recordset(${some}::text::json) as r(tenant_id uuid, answer_id uuid, campaign_id uuid, assessment_id uuid,
      item_id uuid, content jsonb, revision_id uuid)`;
  await tx`insert into tenant.answer_revision (tenant_id, id, campaign_id, answer_id, item_id, slot, assessment_id,
      version, content, status, digest, after_due, sitting, at, by)
    select tenant_id, revision_id, campaign_id, answer_id, item_id, 'vendor', assessment_id, 1, content,
      content->>'status', digest, false, tenant_id, ${now}, ${tx.json(by)}
    from json_to_recordset(${some}::text::json) as r(tenant_id uuid, answer_id uuid, campaign_id uuid, assessment_id uuid,
      item_id uuid, content jsonb, revision_id uuid, digest text)`;
  await tx`update tenant.assessment set state = 'answering', answered_count = ${rows.length}, last_activity_at = ${now}
    where id = ${assessmentId} returning *`;
  return rows.map((row) => [row.answer_id, row.item_id, row.revision_id]);
}

async function bareEvents(tx: TransactionSql, place: BareFill, written: readonly string[][]): Promise<void> {
  const { tenantId, campaignId, assessmentId, personId } = place;
  const [head] = await tx<{ seq: string; hash: string }[]>`
    select seq, hash from tenant.audit_head where tenant_id = ${tenantId} for update`;
  if (!head) throw new Error('the tenant has no audit chain');
  const at = new Date().toISOString();
  const common = {
    tenant_id: tenantId,
    campaign_id: campaignId,
    assessment_id: assessmentId,
    at,
    actor_id: personId,
    kind: 'answer.saved',
  };
  let last = head.hash;
  const rows = written.map((objects, index) => {
    const seq = Number(head.seq) + 1 + index;
    const previous = last;
    last = digest();
    const bytes = JSON.stringify([1, tenantId, seq, previous, at, personId, 'answer.saved', objects, digest()]);
    const payload = JSON.stringify({ digests: { [objects[2] ?? '']: digest() }, version: 1, afterDue: false });
    return {
      ...common,
      id: randomUUID(),
      seq,
      previous_hash: previous,
      hash: last,
      bytes,
      salt: last.slice(0, 32),
      payload,
    };
  });
  await tx`
    with rows as (
      select * from json_to_recordset(${JSON.stringify(rows)}::text::json) as e(tenant_id uuid, id uuid, seq bigint,
        previous_hash text, hash text, bytes text, at timestamptz, actor_id text, kind text, campaign_id uuid,
        assessment_id uuid, salt text, payload text)
    ), event as (
      insert into tenant.audit_event (tenant_id, id, seq, previous_hash, hash, bytes, at, actor_id, kind, campaign_id, assessment_id)
      select tenant_id, id, seq, previous_hash, hash, bytes, at, actor_id, kind, campaign_id, assessment_id from rows
    ), payload as (
      insert into tenant.audit_payload (tenant_id, id, seq, campaign_id, assessment_id, salt, payload)
      select tenant_id, id, seq, campaign_id, assessment_id, salt, payload from rows
    )
    update tenant.audit_head set seq = ${Number(head.seq) + rows.length}, hash = ${last} where tenant_id = ${tenantId}`;
}
