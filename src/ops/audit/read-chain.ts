import type { TransactionSql } from 'postgres';
import { type ChainReport, type StoredEvent, verifyChain } from '@/domain/audit-chain';

/** A tenant's whole chain as the database holds it, in order of number, and its head. */
async function readChain(sql: TransactionSql, tenantId: string) {
  const events = await sql<StoredEvent[]>`
    select e.seq::float8 as seq, e.previous_hash as "previousHash", e.hash, e.bytes, e.at, e.actor_id as "actorId",
      e.kind, p.salt, p.payload
    from tenant.audit_event e
    left join tenant.audit_payload p on p.tenant_id = e.tenant_id and p.id = e.id
    where e.tenant_id = ${tenantId} order by e.seq`;
  const [head] = await sql<{ seq: number; hash: string }[]>`
    select seq::float8 as seq, hash from tenant.audit_head where tenant_id = ${tenantId}`;
  return { events, head: head ?? { seq: 0, hash: '' } };
}

/** Verifies a tenant's chain inside the host's transaction. */
export async function chainReport(sql: TransactionSql, tenantId: string): Promise<ChainReport> {
  const { events, head } = await readChain(sql, tenantId);
  return verifyChain(tenantId, events, head);
}
