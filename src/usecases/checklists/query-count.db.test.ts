import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { foundTestBank, launchTestCampaign, type TestBank, testOutside } from '../testing/bank-fixture';
import { copyEdition } from './copy-edition';
import { listEditions } from './list-editions';

const sent = vi.hoisted(() => ({ statements: 0 }));

/** The driver's own hook sees every statement that goes to the server, whoever wrote it. */
vi.mock('postgres', async (importOriginal) => {
  const { default: postgres } = await importOriginal<{ default: typeof import('postgres') }>();
  const counting = (url: string, options: Parameters<typeof postgres>[1]) =>
    postgres(url, {
      ...options,
      debug: () => {
        sent.statements += 1;
      },
    });
  return { default: counting };
});

const COPIES = 32;
const outside = testOutside();
let database: TestDatabase;
let few: TestBank;
let many: TestBank;

beforeAll(async () => {
  database = await testDatabase();
  few = await foundTestBank(database, { slug: 'few', vendors: 1 });
  many = await foundTestBank(database, { slug: 'many', vendors: 1 });
  for (let made = 0; made < COPIES; made += 1) {
    await copyEdition(outside, many.members.operator, { editionId: many.editionId, title: `写し ${made}` });
  }
  await launchTestCampaign(many, outside);
  await launchTestCampaign(many, outside, { name: 'もう一度' });
}, 120_000);
afterAll(() => database.drop());

async function costOf(bank: TestBank, page: number): Promise<{ statements: number; rows: number; total: number }> {
  const before = sent.statements;
  const { editions, total } = await listEditions(outside, bank.members.viewer, { page });
  return { statements: sent.statements - before, rows: editions.length, total };
}

describe('the list of editions', () => {
  it('costs the same number of statements for one edition and for a page full of them', async () => {
    const one = await costOf(few, 1);
    const full = await costOf(many, 1);
    expect(one).toMatchObject({ rows: 1, total: 1 });
    expect(full).toMatchObject({ rows: 30, total: COPIES + 1 });
    expect(full.statements).toBe(one.statements);
  });

  it('goes on on its second page, where the published one with its campaigns stands', async () => {
    const { editions } = await listEditions(outside, many.members.viewer, { page: 2 });
    expect(editions).toHaveLength(COPIES + 1 - 30);
    expect(editions.at(-1)).toMatchObject({ id: many.editionId, itemCount: 60 });
    expect(editions.at(-1)?.campaigns).toHaveLength(2);
  });
});
