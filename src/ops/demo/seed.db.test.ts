import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isCorporateNumber } from '@/domain/corporate-number';
import { asHost } from '../audit/host';
import { chainReport } from '../audit/read-chain';
import { type TestDatabase, testDatabase } from '../test-database';
import { seedDemo } from './seed';

let database: TestDatabase;
let sql: postgres.Sql;
const said: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
  await seedDemo({ say: (line) => said.push(line) });
  sql = postgres(database.superUrl, { max: 1, onnotice: () => undefined });
}, 120_000);
afterAll(async () => {
  await sql.end({ timeout: 5 });
  await database.drop();
});

describe('the demo', () => {
  it('says what it does', () => {
    expect(said).toHaveLength(4);
  });

  it('has two banks, each with a finished campaign of last fiscal year and a running one', async () => {
    const rows = await sql<{ slug: string; state: string; year: number; assessments: number }[]>`
      select t.slug, c.state, c.fiscal_year as year, count(a.id)::int as assessments
      from tenant.campaign c join platform.tenant t on t.id = c.tenant_id
      join tenant.assessment a on a.campaign_id = c.id group by 1, 2, 3 order by 1, 3`;
    expect(rows.map(({ slug, state }) => [slug, state])).toEqual([
      ['aoba-bank', 'closed'],
      ['aoba-bank', 'running'],
      ['midori-shinkin', 'closed'],
      ['midori-shinkin', 'running'],
    ]);
    for (const slug of ['aoba-bank', 'midori-shinkin']) {
      const [first, second] = rows.filter((row) => row.slug === slug);
      expect(second?.year).toBe((first?.year ?? 0) + 1);
    }
  });

  it('shows an assessment in every state of the work', async () => {
    const states = await sql<{ state: string }[]>`
      select distinct a.state from tenant.assessment a join tenant.campaign c on c.id = a.campaign_id
      where c.state = 'running' order by 1`;
    expect(states.map(({ state }) => state)).toEqual(
      expect.arrayContaining([
        'answering',
        'approved',
        'in_review',
        'not_started',
        'pending_approval',
        'returned',
        'submitted',
      ]),
    );
  });

  it('has gaps of every precision, one overdue, and a round that was returned', async () => {
    const precisions = await sql<{ precision: string }[]>`
      select distinct promised ->> 'precision' as precision from tenant.commitment`;
    expect(precisions).toHaveLength(5);
    const [overdue] = await sql<{ n: number }[]>`
      select count(*)::int as n from tenant.commitment where state = 'open' and last_day < current_date`;
    expect(overdue?.n).toBeGreaterThan(0);
    const [returned] = await sql<{ n: number }[]>`
      select count(*)::int as n from tenant.round r join tenant.campaign c on c.id = r.campaign_id
      where c.state = 'closed' and r.state = 'returned'`;
    expect(returned?.n).toBe(2);
  });

  it('has vendors that the register’s own form would take, with partners in two tiers and people who get copies', async () => {
    const vendors = await sql<{ number: string }[]>`select corporate_number as number from tenant.vendor`;
    expect(vendors.filter(({ number }) => !isCorporateNumber(number))).toEqual([]);
    const [tiers] = await sql<{ n: number }[]>`
      select count(*)::int as n from tenant.chain_link below join tenant.chain_link above on above.id = below.parent_id`;
    expect(tiers?.n).toBeGreaterThan(0);
    const [copies] = await sql<{ n: number }[]>`select count(*)::int as n from tenant.mail where kind = 'copy'`;
    expect(copies?.n).toBeGreaterThan(0);
  });

  it('has a question of a vendor’s that was answered and one that waits, with the mails that told of them', async () => {
    const asked = await sql<{ slug: string; open: number; answered: number }[]>`
      select t.slug, (count(*) filter (where q.answer is null))::int as open,
        (count(*) filter (where m.kind = 'question_answered' and m.state = 'sent'))::int as answered
      from tenant.question q join platform.tenant t on t.id = q.tenant_id
      left join tenant.mail m on m.id = q.answered_mail_id group by 1 order by 1`;
    expect(asked.map((row) => ({ ...row }))).toEqual([
      { slug: 'aoba-bank', open: 1, answered: 1 },
      { slug: 'midori-shinkin', open: 1, answered: 1 },
    ]);
  });

  it('leaves no mail of the past for the worker to send', async () => {
    const [planned] = await sql<{ n: number }[]>`
      select count(*)::int as n from tenant.mail where state in ('planned', 'sending') and due_at <= now()`;
    expect(planned?.n).toBe(0);
    const [sent] = await sql<{ n: number }[]>`select count(*)::int as n from tenant.mail where state = 'sent'`;
    expect(sent?.n).toBeGreaterThan(20);
  });

  it('has chains that verify', async () => {
    const tenants = await sql<{ id: string }[]>`select id from platform.tenant`;
    for (const { id } of tenants) {
      const report = await asHost(database.ownerUrl, id, (tx) => chainReport(tx, id));
      expect(report).toMatchObject({ ok: true, erased: [] });
    }
  });

  it('is not made twice', async () => {
    const count = () => sql`select count(*) from tenant.campaign`;
    const before = await count();
    await seedDemo({ say: (line) => said.push(line) });
    expect(await count()).toEqual(before);
    expect(said).toHaveLength(4);
  });
});
