import { randomBytes } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { type Actor, actorId } from '@/domain/actor';
import { encodeEvent, hashEvent, payloadDigest } from '@/domain/audit-chain';
import { canonicalJson, type Json } from '@/domain/canonical-json';
import type { EventKind } from '@/domain/event-kinds';
import type { Transaction } from './client';
import { newId } from './new-id';
import { auditHead } from './schema/record';

/** What a use case says happened; the chain adds number, hash, time and actor. */
export interface EventDraft {
  kind: EventKind;
  campaignId?: string | null;
  assessmentId?: string | null;
  /** Ids of the rows concerned, the main one first. */
  objects: readonly string[];
  /** Facts that may later be erased; carries the digest of every revision written. No address, token or code. */
  payload: Json;
}

/**
 * Appends events to the tenant's chain inside the writing transaction. The head row is locked here, last of all locks,
 * so that a long transaction holds up other writers only for this statement.
 */
export async function appendEvents(
  tx: Transaction,
  place: { tenantId: string; actor: Actor; now: Date },
  drafts: readonly EventDraft[],
): Promise<void> {
  const [head] = await tx
    .select({ seq: auditHead.seq, hash: auditHead.hash })
    .from(auditHead)
    .where(eq(auditHead.tenantId, place.tenantId))
    .for('update')
    .prepare('audit_head_locked')
    .execute();
  if (!head) throw new Error('the tenant has no audit chain');
  let { seq } = head;
  let previousHash = head.hash;
  const events: Record<string, unknown>[] = [];
  const payloads: Record<string, unknown>[] = [];
  for (const draft of drafts) {
    seq += 1;
    const id = newId();
    const salt = randomBytes(16).toString('hex');
    const payload = canonicalJson(draft.payload);
    const bytes = encodeEvent({
      tenantId: place.tenantId,
      seq,
      previousHash,
      at: place.now,
      actorId: actorId(place.actor),
      kind: draft.kind,
      objects: [draft.campaignId ?? '', draft.assessmentId ?? '', ...draft.objects],
      payloadDigest: payloadDigest(salt, payload),
    });
    const hash = hashEvent(bytes);
    const common = {
      tenant_id: place.tenantId,
      id,
      seq,
      campaign_id: draft.campaignId ?? null,
      assessment_id: draft.assessmentId ?? null,
    };
    events.push({
      ...common,
      previous_hash: previousHash,
      hash,
      bytes,
      at: place.now.toISOString(),
      actor_id: actorId(place.actor),
      kind: draft.kind,
    });
    payloads.push({ ...common, salt, payload });
    previousHash = hash;
  }
  await tx.execute(sql`
    with event as (
      insert into tenant.audit_event (tenant_id, id, seq, previous_hash, hash, bytes, at, actor_id, kind, campaign_id, assessment_id)
      select tenant_id, id, seq, previous_hash, hash, bytes, at, actor_id, kind, campaign_id, assessment_id
      from json_to_recordset(${JSON.stringify(events)}::json) as e(tenant_id uuid, id uuid, seq bigint, previous_hash text,
        hash text, bytes text, at timestamptz, actor_id text, kind text, campaign_id uuid, assessment_id uuid)
    ), payload as (
      insert into tenant.audit_payload (tenant_id, id, seq, campaign_id, assessment_id, salt, payload)
      select tenant_id, id, seq, campaign_id, assessment_id, salt, payload
      from json_to_recordset(${JSON.stringify(payloads)}::json) as p(tenant_id uuid, id uuid, seq bigint, campaign_id uuid,
        assessment_id uuid, salt text, payload text)
    )
    update tenant.audit_head set seq = ${seq}, hash = ${previousHash} where tenant_id = ${place.tenantId}`);
}
