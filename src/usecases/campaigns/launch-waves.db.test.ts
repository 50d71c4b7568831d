import { and, eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '@/db/new-id';
import { service, vendorContact } from '@/db/schema/bank';
import { assessment, campaign, campaignTarget, pinnedItem } from '@/db/schema/campaign';
import { checklistEdition } from '@/db/schema/checklist';
import { auditEvent, mail } from '@/db/schema/record';
import type { ChecklistEdition } from '@/domain/checklist';
import { instantAt } from '@/domain/deadline';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { mailsOf, type TestBench, testBench } from '@/worker/bench.fixture';
import { launchCampaign as work } from '@/worker/processors/launch-campaign';
import { sweepCampaign } from '@/worker/processors/sweep-campaign';
import { foundTestBank, type TestBank } from '../testing/bank-fixture';
import { codeOf } from '../testing/refusal-of';
import { addTargets } from './add-targets';
import { changeCampaignState } from './change-campaign-state';
import { chooseServices } from './choose-services';
import { createCampaign } from './create-campaign';
import { launchCampaign } from './launch-campaign';
import { launchTarget } from './launch-target';
import { updateCampaign } from './update-campaign';

let database: TestDatabase;
let bank: TestBank;
let other: TestBank;
let bench: TestBench;
/** Friday 27 November 2026, 10:00 in Tokyo. */
const LAUNCH = new Date('2026-11-27T01:00:00Z');
const WAVES = [
  { sendOn: null, dueDate: '2026-12-25' },
  { sendOn: '2026-12-14', dueDate: '2027-01-29' },
];

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 4 });
  other = await foundTestBank(database, { slug: 'midori', vendors: 1 });
});
afterAll(() => database.drop());
beforeEach(async () => {
  bench = await testBench(LAUNCH);
  return () => bench.end();
});

/** A campaign of two waves: the first two services now, the third on 14 December. */
async function inWaves(editionId = bank.editionId): Promise<string> {
  const { operator } = bank.members;
  const [first = '', second = '', third = ''] = bank.serviceIds;
  const { campaignId } = await createCampaign(bench.outside, operator, {
    name: '二回に分けた点検',
    fiscalYear: 2026,
    referenceDate: '2026-11-30',
    editionId,
    serviceIds: [first, second],
    dueDate: '2026-12-25',
    reminderDays: [10, 3],
    overdueDays: [1],
  });
  await updateCampaign(bench.outside, operator, { campaignId, version: 1, changes: { waves: WAVES } });
  const add = { campaignId, change: 'add' as const, wave: 2, serviceIds: [third], matching: null };
  await chooseServices(bench.outside, operator, add);
  await launchCampaign(bench.outside, operator, { campaignId });
  return campaignId;
}
const run = (campaignId: string) => work(bench, { tenantId: bank.tenantId, campaignId });
const madeFor = async (campaignId: string, serviceId: string | undefined) => {
  const rows = await bank.system.transaction((tx) =>
    tx
      .select()
      .from(assessment)
      .where(and(eq(assessment.campaignId, campaignId), eq(assessment.serviceId, serviceId ?? ''))),
  );
  expect(rows).toHaveLength(1);
  return rows[0] as typeof assessment.$inferSelect;
};
const sweepAt = async (campaignId: string, day: string) => {
  bench.outside.clock.moveTo(instantAt(day, '09:00'));
  await sweepCampaign(bench, { tenantId: bank.tenantId, campaignId });
};
const noticesOf = async (id: string) =>
  (await mailsOf(bank, id)).filter((row) => row.kind !== 'invitation').map((row) => row.occasion.slice(0, 21));

describe('waves', () => {
  it('have links and due dates of their own, and no reminder before their links went out', async () => {
    const campaignId = await inWaves();
    await run(campaignId);
    const one = await madeFor(campaignId, bank.serviceIds[0]);
    const two = await madeFor(campaignId, bank.serviceIds[2]);
    expect([one.wave, one.dueDate, two.wave, two.dueDate]).toEqual([1, '2026-12-25', 2, '2027-01-29']);
    const [now] = await mailsOf(bank, one.id);
    const [later] = await mailsOf(bank, two.id);
    expect([now?.dueAt, later?.dueAt]).toEqual([LAUNCH, instantAt('2026-12-14', '09:00')]);
    const [row] = await bank.system.transaction((tx) => tx.select().from(campaign).where(eq(campaign.id, campaignId)));
    expect(row).toMatchObject({ state: 'running', dueDate: '2027-01-29' });
    await sweepAt(campaignId, '2026-12-11');
    expect([await noticesOf(one.id), await noticesOf(two.id)]).toEqual([['reminder:1:2026-12-25'], []]);
    await sweepAt(campaignId, '2027-01-15');
    expect(await noticesOf(two.id)).toEqual(['reminder:1:2027-01-29']);
  });

  it('leave no reminder for the day their links go out, nor before it', async () => {
    const { operator } = bank.members;
    const [first = ''] = bank.serviceIds;
    const { campaignId } = await createCampaign(bench.outside, operator, {
      name: '短い回',
      fiscalYear: 2026,
      referenceDate: '2026-11-30',
      editionId: bank.editionId,
      serviceIds: [first],
      dueDate: '2026-12-25',
      reminderDays: [10, 3],
      overdueDays: [],
    });
    // Ten bank business days before the due date is 11 December: the day 0 of this wave.
    const waves = [{ sendOn: '2026-12-11', dueDate: '2026-12-25' }];
    await updateCampaign(bench.outside, operator, { campaignId, version: 1, changes: { waves } });
    await launchCampaign(bench.outside, operator, { campaignId });
    await run(campaignId);
    const made = await madeFor(campaignId, first);
    await sweepAt(campaignId, '2026-12-11');
    expect(await noticesOf(made.id)).toEqual([]);
    await sweepAt(campaignId, '2026-12-22');
    expect(await noticesOf(made.id)).toEqual(['reminder:1:2026-12-25']);
  });
});

describe('conditional items', () => {
  it('count for the services that they are asked of, by their kinds of API at launch', async () => {
    const [plain = '', updating = ''] = bank.serviceIds;
    const [stored] = await bank.system.transaction((tx) =>
      tx.select().from(checklistEdition).where(eq(checklistEdition.id, bank.editionId)),
    );
    const content = stored?.content as ChecklistEdition;
    const items = content.items.map((item) => (item.number === '1' ? { ...item, onlyForApiKinds: ['update'] } : item));
    const edition = { ...stored, id: newId(), sourceId: 'conditional', content: { ...content, items } };
    await bank.system.transaction(async (tx) => {
      await tx.insert(checklistEdition).values(edition as typeof checklistEdition.$inferInsert);
      await tx
        .update(service)
        .set({ apiKinds: ['reference', 'update'] })
        .where(eq(service.id, updating));
    });
    const campaignId = await inWaves(edition.id);
    await run(campaignId);
    const without = await madeFor(campaignId, plain);
    const within = await madeFor(campaignId, updating);
    expect([without.itemCount, within.itemCount]).toEqual([53, 54]);
    expect([without.apiKinds, within.apiKinds]).toEqual([['reference'], ['reference', 'update']]);
    // What the service becomes later changes nothing that was asked.
    await bank.system.transaction((tx) =>
      tx
        .update(service)
        .set({ apiKinds: ['reference'] })
        .where(eq(service.id, updating)),
    );
    expect((await madeFor(campaignId, updating)).itemCount).toBe(54);
    const pinned = await bank.system.transaction((tx) =>
      tx.select().from(pinnedItem).where(eq(pinnedItem.campaignId, campaignId)),
    );
    expect(pinned.filter((item) => item.onlyForApiKinds !== null).map((item) => item.number)).toEqual(['1']);
  });
});

describe('a launch that falls in the middle', () => {
  it('keeps nothing of a transaction that failed, and makes the rest once', async () => {
    const campaignId = await inWaves();
    let asked = 0;
    const failing = {
      ...bench.outside,
      linkHash: (invitationId: string) => {
        asked += 1;
        if (asked === 2) throw new Error('killed');
        return bench.outside.linkHash(invitationId);
      },
    };
    await expect(launchTarget(failing, bank.system, { campaignId })).rejects.toThrow('killed');
    const rows = () =>
      bank.system.transaction((tx) => tx.select().from(assessment).where(eq(assessment.campaignId, campaignId)));
    expect(await rows()).toEqual([]);
    await Promise.all([run(campaignId), run(campaignId)]);
    await run(campaignId);
    const made = await rows();
    expect(new Set(made.map((row) => row.serviceId))).toEqual(new Set(bank.serviceIds.slice(0, 3)));
    expect(made).toHaveLength(3);
    const mails = await bank.system.transaction((tx) =>
      tx
        .select()
        .from(mail)
        .where(and(eq(mail.campaignId, campaignId), eq(mail.kind, 'invitation'))),
    );
    expect(mails).toHaveLength(3);
    const started = await bank.system.transaction((tx) =>
      tx
        .select({ kind: auditEvent.kind })
        .from(auditEvent)
        .where(and(eq(auditEvent.campaignId, campaignId), eq(auditEvent.kind, 'assessment.started'))),
    );
    expect(started).toHaveLength(3);
  });

  it('goes past a vendor that lost its contact, and says so until it has one again', async () => {
    const campaignId = await inWaves();
    const [contact] = await bank.system.transaction((tx) =>
      tx.select().from(vendorContact).orderBy(vendorContact.id).limit(1),
    );
    const put = (kind: 'primary' | 'deputy') =>
      bank.system.transaction((tx) =>
        tx
          .update(vendorContact)
          .set({ kind })
          .where(eq(vendorContact.id, contact?.id ?? '')),
      );
    await put('deputy');
    await expect(run(campaignId)).rejects.toThrow('without a contact');
    const left = () =>
      bank.system.transaction((tx) =>
        tx.select().from(campaignTarget).where(eq(campaignTarget.campaignId, campaignId)),
      );
    expect((await left()).filter((target) => target.launchedAt === null)).toHaveLength(1);
    await put('primary');
    await run(campaignId);
    expect((await left()).filter((target) => target.launchedAt === null)).toEqual([]);
  });
});

describe('adding vendors to a running campaign', () => {
  const add = (campaignId: string, part: Partial<Parameters<typeof addTargets>[2]> = {}) =>
    addTargets(bench.outside, bank.members.operator, {
      campaignId,
      serviceIds: [bank.serviceIds[0] ?? '', bank.serviceIds[3] ?? ''],
      sendOn: null,
      dueDate: '2027-02-26',
      ...part,
    });

  it('has the worker make them with a due date of their own, and names who was left out', async () => {
    const campaignId = await inWaves();
    await run(campaignId);
    bench.outside.clock.moveTo(instantAt('2027-01-06', '10:00'));
    bench.outside.wakes.length = 0;
    const outcome = await add(campaignId);
    const [, , , fourth = ''] = bank.serviceIds;
    expect(outcome.done).toEqual([fourth]);
    expect(outcome.left.map((each) => each.why)).toEqual(['already']);
    expect(bench.outside.wakes).toEqual([
      { kind: 'campaign.launch', payload: { tenantId: bank.tenantId, campaignId } },
    ]);
    await run(campaignId);
    const made = await madeFor(campaignId, fourth);
    expect(made).toMatchObject({ wave: 3, dueDate: '2027-02-26', state: 'not_started' });
    const [invited] = await mailsOf(bank, made.id);
    expect(invited?.dueAt).toEqual(instantAt('2027-01-06', '10:00'));
    const events = await bank.system.transaction((tx) =>
      tx
        .select({ kind: auditEvent.kind })
        .from(auditEvent)
        .where(and(eq(auditEvent.campaignId, campaignId), inArray(auditEvent.kind, ['campaign.targets_added']))),
    );
    expect(events).toHaveLength(1);
    expect((await add(campaignId)).done).toEqual([]);
  });

  it('uses a wave of the same dates', async () => {
    const campaignId = await inWaves();
    await run(campaignId);
    await add(campaignId, { dueDate: '2026-12-25' });
    await run(campaignId);
    expect(await madeFor(campaignId, bank.serviceIds[3])).toMatchObject({ wave: 1, dueDate: '2026-12-25' });
  });

  it('refuses past dates, other banks’ services, roles without it, and campaigns that don’t run', async () => {
    const campaignId = await inWaves();
    expect(await codeOf(add(campaignId))).toBe('not-allowed-in-state');
    await run(campaignId);
    expect(await codeOf(add(campaignId, { dueDate: '2026-11-27' }))).toBe('due-date-past');
    expect(await codeOf(add(campaignId, { sendOn: '2026-11-20' }))).toBe('send-date-past');
    expect(await codeOf(add(campaignId, { serviceIds: [other.serviceIds[0] ?? ''] }))).toBe('not-found');
    const foreign = addTargets(bench.outside, other.members.operator, {
      campaignId,
      serviceIds: other.serviceIds,
      sendOn: null,
      dueDate: '2027-02-26',
    });
    expect(await codeOf(foreign)).toBe('not-found');
    const viewer = addTargets(bench.outside, bank.members.viewer, {
      campaignId,
      serviceIds: bank.serviceIds,
      sendOn: null,
      dueDate: '2027-02-26',
    });
    expect(await codeOf(viewer)).toBe('not-permitted');
    const { operator } = bank.members;
    await changeCampaignState(bench.outside, operator, { campaignId, action: 'close', reason: '' });
    expect(await codeOf(add(campaignId))).toBe('campaign-closed');
  });
});
