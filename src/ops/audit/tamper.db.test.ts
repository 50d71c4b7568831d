import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { answerAll, submitAll } from '@/usecases/testing/answers-fixture';
import {
  foundTestBank,
  launchTestCampaign,
  respondentOf,
  type TestBank,
  testOutside,
} from '@/usecases/testing/bank-fixture';
import { erasePayload } from './erase-payload';
import { asHost } from './host';
import { chainReport } from './read-chain';

let database: TestDatabase;
let bank: TestBank;
let owner: Sql;
const outside = testOutside();
const UNDO = new Error('undo');

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 1 });
  const { assessmentIds } = await launchTestCampaign(bank, outside);
  const scope = await respondentOf(bank, assessmentIds[0] ?? '');
  await answerAll(outside, scope);
  await submitAll(outside, scope);
  // Row-level security is forced on the owner too, so tampering takes a superuser or its own policy; here the former.
  owner = postgres(database.superUrl, { max: 1, onnotice: () => undefined });
});
afterAll(async () => {
  await owner.end({ timeout: 5 });
  await database.drop();
});

let last = 0;
beforeEach(async () => {
  const report = await asHost(database.ownerUrl, bank.tenantId, (sql) => chainReport(sql, bank.tenantId));
  if (!report.ok) throw new Error('the chain is broken before the test');
  last = report.count;
});

/** Tampers as one who may do anything to the database, verifies inside, and undoes it. */
async function tampered(work: (sql: postgres.TransactionSql) => Promise<unknown>) {
  let found: unknown;
  await owner
    .begin(async (sql) => {
      await work(sql);
      found = await chainReport(sql, bank.tenantId);
      throw UNDO;
    })
    .catch((error: unknown) => {
      if (error !== UNDO) throw error;
    });
  return found;
}

describe('the audit chain', () => {
  it('of everything that the use cases did verifies', () => {
    expect(last).toBeGreaterThan(54);
  });

  it.each([
    ['a kind', (sql: postgres.TransactionSql) => sql`update tenant.audit_event set kind = 'x' where seq = 7`],
    [
      'a time',
      (sql: postgres.TransactionSql) => sql`update tenant.audit_event set at = at + interval '1 second' where seq = 7`,
    ],
    [
      'the actor',
      (sql: postgres.TransactionSql) => sql`update tenant.audit_event set actor_id = 'system:x' where seq = 7`,
    ],
    [
      'the bytes',
      (sql: postgres.TransactionSql) => sql`update tenant.audit_event set bytes = bytes || ' ' where seq = 7`,
    ],
    [
      'the payload',
      (sql: postgres.TransactionSql) => sql`update tenant.audit_payload set payload = '{}' where seq = 7`,
    ],
    [
      'the payload away',
      (sql: postgres.TransactionSql) => sql`update tenant.audit_payload set payload = null, salt = null where seq = 7`,
    ],
    [
      'an event away',
      async (sql: postgres.TransactionSql) => {
        await sql`delete from tenant.audit_payload where seq = 7`;
        await sql`delete from tenant.audit_event where seq = 7`;
      },
    ],
  ])('names the first number when somebody edits %s', async (_what, work) => {
    expect(await tampered(work)).toMatchObject({ ok: false, firstBadSeq: 7 });
  });

  it('names the number where an event was slipped in, with the rest moved up', async () => {
    const report = await tampered(async (sql) => {
      await sql`alter table tenant.audit_payload disable trigger all`;
      await sql`update tenant.audit_event set seq = -seq - 1 where seq >= 7`;
      await sql`update tenant.audit_event set seq = -seq where seq < 0`;
      await sql`insert into tenant.audit_event (tenant_id, id, seq, previous_hash, hash, bytes, at, actor_id, kind)
        select tenant_id, gen_random_uuid(), 7, repeat('a', 64), repeat('b', 64), bytes, at, actor_id, kind
        from tenant.audit_event where seq = 6`;
    });
    expect(report).toMatchObject({ ok: false, firstBadSeq: 7 });
  });

  it('names the first of two events that changed places', async () => {
    const report = await tampered(async (sql) => {
      await sql`update tenant.audit_event set seq = -1 where seq = 7`;
      await sql`update tenant.audit_event set seq = 7 where seq = 8`;
      await sql`update tenant.audit_event set seq = 8 where seq = -1`;
    });
    expect(report).toMatchObject({ ok: false, firstBadSeq: 7 });
  });

  it('notices that its end was cut off, with and without the head set back', async () => {
    const cut = async (sql: postgres.TransactionSql) => {
      await sql`delete from tenant.audit_payload where seq > ${last - 3}`;
      await sql`delete from tenant.audit_event where seq > ${last - 3}`;
    };
    expect(await tampered(cut)).toMatchObject({ ok: false, firstBadSeq: last - 2, fault: 'truncated' });
    const headless = await tampered(async (sql) => {
      await cut(sql);
      await sql`update tenant.audit_head set seq = ${last - 3}`;
    });
    expect(headless).toMatchObject({ ok: false });
  });

  it('still verifies after a payload was erased by a recorded event, and says by which', async () => {
    const { erasedBy } = await erasePayload(database.ownerUrl, bank.tenantId, {
      seq: 7,
      reason: '本人からの請求',
      now: new Date('2026-12-01T00:00:00Z'),
    });
    const report = await asHost(database.ownerUrl, bank.tenantId, (sql) => chainReport(sql, bank.tenantId));
    expect(report).toMatchObject({ ok: true, erased: [{ seq: 7, byEvent: erasedBy }] });
    await expect(
      erasePayload(database.ownerUrl, bank.tenantId, { seq: 7, reason: '二度目', now: new Date() }),
    ).rejects.toThrow('no payload to erase');
  });
});
