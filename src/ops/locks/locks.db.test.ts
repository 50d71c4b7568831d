import { randomUUID } from 'node:crypto';
import postgres, { type Sql, type TransactionSql } from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RespondentScope } from '@/db/scope';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import {
  foundTestBank,
  launchTestCampaign,
  nameCampaign,
  respondentOf,
  type TestBank,
  testOutside,
  vendorItems,
} from '@/usecases/testing/bank-fixture';
import { catalogueProblems } from './catalogue';
import { reachProblems, type Standing } from './reach';
import { CATALOGUE_DEFECTS, REACH_DEFECTS } from './sabotage';

let database: TestDatabase;
let sql: Sql;
let bank: TestBank;
let standings: Standing[];

beforeAll(async () => {
  database = await testDatabase();
  sql = postgres(database.superUrl, { max: 2, onnotice: () => undefined });
  const outside = testOutside();
  const other = await foundTestBank(database, { slug: 'midori', vendors: 2 });
  await launchTestCampaign(other, outside);
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 2 });
  const named = await launchTestCampaign(bank, outside, { name: '監査の対象' });
  await launchTestCampaign(bank, outside, { name: '監査の対象外' });
  await nameCampaign(bank, named.campaignId, outside.clock.now());
  await fillEmptyTables();
  const { tenantId } = bank;
  const assessmentId = named.assessmentIds[0] ?? '';
  const [items, lead] = await Promise.all([vendorItems(bank, named.campaignId), respondentOf(bank, assessmentId)]);
  const givenItemIds = items.slice(0, 3).map((item) => item.id);
  const colleague = await delegate(lead, named.campaignId, givenItemIds);
  standings = [
    { role: 'tenken_bank', tenantId },
    { role: 'tenken_respondent', tenantId, assessmentId, invitationId: lead.invitationId },
    { role: 'tenken_respondent', tenantId, assessmentId, invitationId: colleague, givenItemIds },
    { role: 'tenken_auditor', tenantId, memberId: bank.auditor.memberId, campaignIds: [named.campaignId] },
  ];
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});

/** A colleague of the lead's, asked for some items; returns the colleague's invitation. */
async function delegate(lead: RespondentScope, campaignId: string, itemIds: readonly string[]): Promise<string> {
  const { tenantId, assessmentId, invitationId: leadId } = lead;
  const invitationId = randomUUID();
  await sql`insert into tenant.invitation (tenant_id, id, campaign_id, assessment_id, delegated_by, address, name,
      language, link_hash, issued_at, expires_at)
    values (${tenantId}, ${invitationId}, ${campaignId}, ${assessmentId}, ${leadId}, 'kobayashi@vendor.example', '小林 舞',
      'ja', ${invitationId}, now(), now() + interval '30 days')`;
  for (const itemId of itemIds) {
    await sql`insert into tenant.delegated_item (tenant_id, id, campaign_id, assessment_id, invitation_id, item_id, given_at)
      values (${tenantId}, ${randomUUID()}, ${campaignId}, ${assessmentId}, ${invitationId}, ${itemId}, now())`;
  }
  return invitationId;
}

/** Copies nothing: makes one row per campaign, by the superuser and without triggers, in tables that no launch fills. */
async function fillEmptyTables(): Promise<void> {
  const empty = await sql<{ name: string }[]>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'tenant' and c.relkind = 'r' order by 1`;
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    for (const { name } of empty) {
      const [found] = await tx.unsafe<{ count: number }[]>(
        `select count(distinct tenant_id)::int as count from tenant.${name}`,
      );
      if ((found?.count ?? 0) >= 2) continue;
      const columns = await tx<{ name: string; type: string; nullable: boolean }[]>`
        select column_name as name, data_type as type, is_nullable = 'YES' as nullable
        from information_schema.columns where table_schema = 'tenant' and table_name = ${name}`;
      const sampleOf: Record<string, string> = {
        tenant_id: 'a.tenant_id',
        campaign_id: 'a.campaign_id',
        assessment_id: 'a.id',
        id: 'gen_random_uuid()',
        state: stateOf[name] ?? "'planned'",
        value: "'accepted'",
        slot: "'vendor'",
        kind: kindOf[name] ?? "'x'",
        mode: "'off'",
        scan: "'clean'",
      };
      const byType: Record<string, string> = {
        uuid: 'gen_random_uuid()',
        integer: '1',
        bigint: '1',
        boolean: 'false',
        date: "'2026-12-25'",
        jsonb: "'{}'",
        'timestamp with time zone': 'now()',
        ARRAY: "'{}'",
      };
      const filled = columns.filter((column) => sampleOf[column.name] !== undefined || !column.nullable);
      const values = filled.map((column) => sampleOf[column.name] ?? byType[column.type] ?? "'x'");
      await tx.unsafe(
        `insert into tenant.${name} (${filled.map((column) => column.name).join(', ')})
         select ${values.join(', ')} from tenant.assessment a on conflict do nothing`,
      );
    }
  });
}

const kindOf: Record<string, string> = { chain_link: "'subcontractor'" };

const stateOf: Record<string, string> = {
  round: "'submitted'",
  acceptance: "'proposed'",
  commitment: "'open'",
  export_file: "'planned'",
  form_upload: "'previewed'",
};

/** Applies a defect as the database's owner would, looks, and undoes it. */
async function withDefect<T>(statement: string, look: (tx: TransactionSql) => Promise<T>): Promise<T> {
  const undo = new Error('undo');
  let seen: T | undefined;
  await sql
    .begin(async (tx) => {
      await tx.unsafe(statement);
      seen = await look(tx);
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  if (seen === undefined) throw new Error('nothing was looked at');
  return seen;
}

const everyReach = async (tx: TransactionSql) => {
  const found: string[] = [];
  for (const standing of standings) found.push(...(await reachProblems(tx, standing)).problems);
  return found;
};

describe('the database’s lock', () => {
  it('holds in the catalogue', async () => {
    expect(await catalogueProblems(sql)).toEqual([]);
  });

  it('lets nobody read, insert, change or delete outside the scope, tried table by table', async () => {
    await sql.begin(async (tx) => {
      for (const standing of standings) {
        const { problems, untested } = await reachProblems(tx, standing);
        expect(problems, standing.role).toEqual([]);
        expect(untested, standing.role).toEqual([]);
      }
    });
  });

  it('shows nothing to the serving login without a scope, nor to a role with empty settings', async () => {
    const app = postgres(database.appUrl, { max: 1 });
    try {
      await expect(app`select 1 from tenant.vendor`).rejects.toMatchObject({ code: '42501' });
      for (const role of ['tenken_bank', 'tenken_respondent', 'tenken_auditor']) {
        await app.begin(async (tx) => {
          await tx`select set_config('role', ${role}, true)`;
          expect((await tx`select 1 from tenant.assessment`).count, role).toBe(0);
        });
      }
    } finally {
      await app.end();
    }
  });
});

describe('defects made on purpose', () => {
  it('are at least a dozen', () => {
    expect(CATALOGUE_DEFECTS.length + REACH_DEFECTS.length).toBeGreaterThanOrEqual(12);
  });

  it.each(CATALOGUE_DEFECTS.map((defect) => [defect.what, defect] as const))(
    'are noticed in the catalogue: %s',
    async (_, defect) => {
      const problems = await withDefect(defect.sql, catalogueProblems);
      expect(
        problems.some((problem) => problem.includes(defect.noticed)),
        problems.join('\n'),
      ).toBe(true);
    },
  );

  it.each(REACH_DEFECTS.map((defect) => [defect.what, defect] as const))(
    'are noticed by trying: %s',
    async (_, defect) => {
      const problems = await withDefect(defect.sql, everyReach);
      expect(
        problems.some((problem) => problem.includes(defect.noticed)),
        problems.join('\n'),
      ).toBe(true);
    },
  );
});
