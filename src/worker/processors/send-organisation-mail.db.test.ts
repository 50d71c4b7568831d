import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { dispatch } from '@/adapters/queue/dispatch';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { answered, keep, newPerson, type Person } from '@/trpc/master-desk.fixture';
import { foundTestBank, type TestBank } from '@/usecases/testing/bank-fixture';
import { BASE_URL, type TestBench, testBench } from '../bench.fixture';
import { handlersOf } from '../handlers';

let database: TestDatabase;
let bank: TestBank;
let bench: TestBench;

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 1 });
});
afterAll(() => database.drop());
beforeEach(async () => {
  // A Saturday night in Japan: an organisation's own mail waits for no bank's business day.
  bench = await testBench(new Date('2026-11-28T14:00:00Z'));
});
afterEach(() => bench.end());

async function invited(): Promise<{ founder: Person; api: Awaited<ReturnType<typeof answered>>['api']; to: string }> {
  const founder = { ...newPerson(), outside: bench.outside };
  const desk = await answered(bank, founder);
  await keep(desk);
  const to = newPerson().address;
  return { founder, api: desk.api, to };
}

/** As the queue hands jobs over. */
async function work(): Promise<void> {
  const jobs = bench.outside.wakes.splice(0).filter(({ kind }) => kind === 'organisation.mail' || kind === 'sweep');
  for (const { kind, payload } of jobs) await dispatch(handlersOf(bench), kind, payload);
}

it('the invitation to an organisation goes out with the wake, at any hour, once', async () => {
  const { api, to } = await invited();
  bench.outside.wakes.splice(0);
  await api.organisation.invite({ address: to, language: 'ja' });
  await work();
  const [mail, ...more] = bench.arrived(to);
  expect(more).toEqual([]);
  expect(mail?.text).toContain(`${BASE_URL}/respond/master`);
  expect((await api.organisation.show({})).invitations).toMatchObject([{ address: to, mailState: 'sent' }]);
});

it('a lost wake only makes it late: the next sweep finds it', async () => {
  const { api, to } = await invited();
  await api.organisation.invite({ address: to, language: 'ja' });
  bench.outside.wakes.splice(0);
  await dispatch(handlersOf(bench), 'sweep', {});
  await work();
  expect(bench.arrived(to)).toHaveLength(1);
});
