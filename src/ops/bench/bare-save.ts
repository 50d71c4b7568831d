import { randomBytes, randomUUID } from 'node:crypto';
import type { Sql, TransactionSql } from 'postgres';

/** Where the bare save writes: an answer that stands already, in an assessment that is being answered. */
export interface BarePlace {
  tenantId: string;
  campaignId: string;
  assessmentId: string;
  /** Of the lead. */
  invitationId: string;
  itemId: string;
}

/** A save's statements with nothing around them: no parsing, no rules, no hashing; one transaction, the same driver. */
export function bareSave(sql: Sql, place: BarePlace, text: string): Promise<unknown> {
  return sql.begin(async (tx) => {
    await bareScope(tx, place);
    const { revisionId } = await bareRows(tx, place, text);
    await bareAudit(tx, place, [place.assessmentId, place.itemId, revisionId]);
  });
}

export async function bareScope(
  tx: TransactionSql,
  { tenantId, assessmentId, invitationId }: Omit<BarePlace, 'itemId'>,
): Promise<void> {
  await tx`select set_config('role', 'tenken_respondent', true), set_config('app.tenant_id', ${tenantId}, true),
    set_config('app.assessment_id', ${assessmentId}, true),
    set_config('app.invitation_id', ${invitationId}, true), set_config('app.member_id', '', true)`;
}

async function bareRows(tx: TransactionSql, place: BarePlace, text: string): Promise<{ revisionId: string }> {
  const { tenantId, campaignId, assessmentId, itemId } = place;
  const now = new Date().toISOString();
  const revisionId = randomUUID();
  const by = { kind: 'respondent', id: assessmentId, name: '田中 涼', department: '情報セキュリティ室' };
  const content = { status: 'met', current: text, measure: '', promised: null, person: '', reason: '', remarks: '' };
  await tx`select * from tenant.assessment where id = ${assessmentId} for update`;
  const [before] = await tx<{ answerId: string; version: number }[]>`
    select p.answered_by, c.*, a.*, a.id as "answerId", a.version as version from tenant.pinned_item p
    join tenant.campaign c on c.id = p.campaign_id
    left join tenant.answer a on a.item_id = p.id and a.slot = 'vendor' and a.assessment_id = ${assessmentId}
    where p.id = ${itemId}`;
  if (!before) throw new Error('the bare save has nothing to write to');
  const version = before.version + 1;
  await tx`update tenant.answer set content = ${tx.json(content)}, status = 'met', complete = true, version = ${version},
    revision_id = ${revisionId}, updated_at = ${now}, by = ${tx.json(by)} where id = ${before.answerId}`;
  await tx`insert into tenant.answer_revision (tenant_id, id, campaign_id, answer_id, item_id, slot, assessment_id,
      version, content, status, digest, after_due, sitting, at, by)
    values (${tenantId}, ${revisionId}, ${campaignId}, ${before.answerId}, ${itemId}, 'vendor', ${assessmentId},
      ${version}, ${tx.json(content)}, 'met', ${DIGEST}, false, ${tenantId}, ${now}, ${tx.json(by)})`;
  await tx`update tenant.assessment set state = 'answering', answered_count = 54, last_activity_at = ${now}
    where id = ${assessmentId} returning *`;
  return { revisionId };
}

const DIGEST = '0'.repeat(64);

/** One event and its payload behind the head's lock; the hash is only random here. */
export async function bareAudit(tx: TransactionSql, place: BarePlace, objects: readonly string[]): Promise<void> {
  const { tenantId, campaignId, assessmentId } = place;
  const [head] = await tx<{ seq: string; hash: string }[]>`
    select seq, hash from tenant.audit_head where tenant_id = ${tenantId} for update`;
  if (!head) throw new Error('the tenant has no audit chain');
  const at = new Date().toISOString();
  const seq = Number(head.seq) + 1;
  const hash = randomBytes(32).toString('hex');
  const common = { tenant_id: tenantId, id: randomUUID(), seq, campaign_id: campaignId, assessment_id: assessmentId };
  const bytes = JSON.stringify([1, tenantId, seq, head.hash, at, assessmentId, 'answer.saved', objects, DIGEST]);
  const event = {
    ...common,
    previous_hash: head.hash,
    hash,
    bytes,
    at,
    actor_id: assessmentId,
    kind: 'answer.saved',
  };
  const payload = { ...common, salt: hash.slice(0, 32), payload: JSON.stringify({ digests: { [tenantId]: DIGEST } }) };
  await tx`
    with event as (
      insert into tenant.audit_event (tenant_id, id, seq, previous_hash, hash, bytes, at, actor_id, kind, campaign_id, assessment_id)
      select tenant_id, id, seq, previous_hash, hash, bytes, at, actor_id, kind, campaign_id, assessment_id
      from json_to_recordset(${JSON.stringify([event])}::text::json) as e(tenant_id uuid, id uuid, seq bigint, previous_hash text,
        hash text, bytes text, at timestamptz, actor_id text, kind text, campaign_id uuid, assessment_id uuid)
    ), payload as (
      insert into tenant.audit_payload (tenant_id, id, seq, campaign_id, assessment_id, salt, payload)
      select tenant_id, id, seq, campaign_id, assessment_id, salt, payload
      from json_to_recordset(${JSON.stringify([payload])}::text::json) as p(tenant_id uuid, id uuid, seq bigint, campaign_id uuid,
        assessment_id uuid, salt text, payload text)
    )
    update tenant.audit_head set seq = ${seq}, hash = ${hash} where tenant_id = ${tenantId}`;
}
