import { eq } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { campaignTarget } from '@/db/schema/campaign';
import type { Job } from '@/domain/job';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { createCampaign } from '@/usecases/campaigns/create-campaign';
import { launchCampaign as pressLaunch } from '@/usecases/campaigns/launch-campaign';
import { showCampaign } from '@/usecases/campaigns/show-campaign';
import { foundTestBank, type TestBank } from '@/usecases/testing/bank-fixture';
import { type TestBench, testBench } from '../bench.fixture';
import { forgivingWake } from '../forgiving-wake';
import { handlersOf } from '../handlers';
import { launchCampaign } from './launch-campaign';
import { sweep } from './sweep';

let database: TestDatabase;
let banks: TestBank[];
let bench: TestBench;

beforeAll(async () => {
  database = await testDatabase();
  banks = [
    await foundTestBank(database, { slug: 'aoba', vendors: 3 }),
    await foundTestBank(database, { slug: 'minato', vendors: 2 }),
  ];
});
afterAll(() => database.drop());
beforeEach(async () => {
  bench = await testBench();
  return () => bench.end();
});

async function press(bank: TestBank): Promise<string> {
  const { campaignId } = await createCampaign(bench.outside, bank.members.operator, {
    name: '定期点検',
    fiscalYear: 2026,
    referenceDate: '2026-11-30',
    editionId: bank.editionId,
    serviceIds: bank.serviceIds,
    dueDate: '2026-12-25',
    reminderDays: [3],
    overdueDays: [1],
  });
  await pressLaunch(bench.outside, bank.members.operator, { campaignId });
  bench.outside.wakes.length = 0;
  return campaignId;
}
const wokenFor = (tenantId: string) =>
  bench.outside.wakes.filter((job) => 'tenantId' in job.payload && job.payload.tenantId === tenantId);

describe('the sweep', () => {
  it('finds what waits in every bank, by ids, and launches what was left in the middle', async () => {
    const [aoba, minato] = banks as [TestBank, TestBank];
    const ids = [await press(aoba), await press(minato)];
    await sweep(bench);
    expect(bench.outside.wakes.filter((job) => job.kind === 'campaign.launch')).toHaveLength(2);
    bench.outside.wakes.length = 0;

    const job = { tenantId: aoba.tenantId, campaignId: ids[0] ?? '' };
    await Promise.all([launchCampaign(bench, job), launchCampaign(bench, job)]);
    await launchCampaign(bench, job);
    const shown = await showCampaign(bench.outside, aoba.members.viewer, { campaignId: job.campaignId });
    expect(shown).toMatchObject({ state: 'running', launchedTargets: 3 });
    expect(wokenFor(aoba.tenantId).filter(({ kind }) => kind === 'mail.send')).toHaveLength(3);
    await bench.drain();
    expect(new Set(bench.mailbox.messages.map((message) => message.to[0])).size).toBe(3);
    expect(bench.mailbox.messages).toHaveLength(3);
  });

  it('is not held up by a bank whose launch can not go on', async () => {
    const [aoba, minato] = banks as [TestBank, TestBank];
    const broken = await press(aoba);
    const sound = await press(minato);
    const sql = postgres(database.superUrl, { onnotice: () => undefined });
    await sql`update tenant.vendor_contact set kind = 'copy' where tenant_id = ${aoba.tenantId}`;
    await expect(launchCampaign(bench, { tenantId: aoba.tenantId, campaignId: broken })).rejects.toThrow();
    await launchCampaign(bench, { tenantId: minato.tenantId, campaignId: sound });
    await sql`update tenant.vendor_contact set kind = 'primary' where tenant_id = ${aoba.tenantId}`;
    await sql.end();
    const rows = await minato.system.transaction((tx) =>
      tx.select().from(campaignTarget).where(eq(campaignTarget.campaignId, sound)),
    );
    expect(rows.every((row) => row.launchedAt !== null)).toBe(true);
  });

  it('asks for the other jobs where one can not be asked for', async () => {
    const asked: string[] = [];
    const faulty = {
      async wake(job: Job) {
        if (asked.push(job.kind) === 1) throw new Error('the queue is away');
      },
    };
    const outside = { ...bench.outside, wake: forgivingWake(faulty, bench.log) };
    await sweep({ ...bench, outside });
    expect(asked.length).toBeGreaterThan(1);
    expect(bench.lines.join('')).toContain('the queue is away');
  });

  it('leaves a suspended bank alone', async () => {
    const [aoba, minato] = banks as [TestBank, TestBank];
    const sql = postgres(database.superUrl, { onnotice: () => undefined });
    const campaignId = await press(aoba);
    await sql`update platform.tenant set status = 'suspended' where id = ${aoba.tenantId}`;
    await sql.end();
    await handlersOf(bench)['campaign.launch']({ tenantId: aoba.tenantId, campaignId });
    const shown = await showCampaign(bench.outside, aoba.members.viewer, { campaignId });
    expect(shown).toMatchObject({ state: 'launching', launchedTargets: 0 });
    await sweep(bench);
    expect(wokenFor(aoba.tenantId)).toEqual([]);
    expect(wokenFor(minato.tenantId).length).toBeGreaterThan(0);
  });
});
