import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/db/new-id';
import { service, vendorContact } from '@/db/schema/bank';
import { campaign } from '@/db/schema/campaign';
import { checklistEdition } from '@/db/schema/checklist';
import { auditEvent, revision } from '@/db/schema/record';
import { itemIdOf } from '@/domain/checklist';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { foundTestBank, launchTestCampaign, type TestBank, testOutside } from '../testing/bank-fixture';
import { codeOf } from '../testing/refusal-of';
import { changeCampaignState } from './change-campaign-state';
import { chooseServices } from './choose-services';
import { cloneCampaign } from './clone-campaign';
import { createCampaign } from './create-campaign';
import { discardCampaign } from './discard-campaign';
import { launchCampaign } from './launch-campaign';
import { listServices } from './list-services';
import { showDraft } from './show-draft';
import { showFlightPlan } from './show-flight-plan';
import { updateCampaign } from './update-campaign';

let database: TestDatabase;
let bank: TestBank;
let other: TestBank;
const outside = testOutside();

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 4 });
  other = await foundTestBank(database, { slug: 'midori', vendors: 1 });
});
afterAll(() => database.drop());

const begin = (serviceIds: string[] = []) =>
  createCampaign(outside, bank.members.operator, {
    name: '2026年度 定期点検',
    fiscalYear: 2026,
    referenceDate: '2026-11-30',
    editionId: bank.editionId,
    serviceIds,
    dueDate: '2026-12-25',
    reminderDays: [3],
    overdueDays: [1],
  });
type Changes = Parameters<typeof updateCampaign>[2]['changes'];
const save = (campaignId: string, version: number, changes: Changes) =>
  updateCampaign(outside, bank.members.operator, { campaignId, version, changes });
const draft = (campaignId: string) => showDraft(outside, bank.members.viewer, { campaignId });
const ALL = { search: '', criticality: null, apiKind: null, lastResult: null, chosen: 'all', wave: null } as const;
const choose = (campaignId: string, part: Partial<Parameters<typeof chooseServices>[2]>) =>
  chooseServices(outside, bank.members.operator, {
    campaignId,
    change: 'add',
    wave: 1,
    serviceIds: [],
    matching: null,
    ...part,
  });

describe('a preparation', () => {
  it('is left and found again, each step saved as a version on record', async () => {
    const { campaignId } = await begin();
    await save(campaignId, 1, { name: ' 名称を改めた点検 ', chosenItemIds: ['3', '1'] });
    const waves = [
      { sendOn: null, dueDate: '2026-12-25' },
      { sendOn: '2027-01-12', dueDate: '2027-02-12' },
    ];
    const { version } = await save(campaignId, 2, { waves, reminderDays: [5], invitationTexts: { ja: '文', en: '' } });
    expect(version).toBe(3);
    const shown = await draft(campaignId);
    expect(shown).toMatchObject({ name: '名称を改めた点検', reminderDays: [5], overdueDays: [1], targets: 0 });
    expect(shown.items.filter((item) => item.chosen).map((item) => item.id)).toEqual(['1', '3']);
    expect(shown.waves.map((wave) => wave.dueDate)).toEqual(['2026-12-25', '2027-02-12']);
    expect(shown.invitationTexts).toEqual({ ja: '文', en: '' });
    const rows = await bank.system.transaction((tx) =>
      tx
        .select()
        .from(revision)
        .where(and(eq(revision.rowId, campaignId), eq(revision.noun, 'campaign'))),
    );
    expect(rows).toHaveLength(3);
    const events = await bank.system.transaction((tx) =>
      tx.select({ kind: auditEvent.kind }).from(auditEvent).where(eq(auditEvent.campaignId, campaignId)),
    );
    expect(events.map((event) => event.kind)).toEqual(['campaign.created', 'campaign.changed', 'campaign.changed']);
  });

  it('is changed from one version once, by operators, before the launch, within the bank', async () => {
    const { campaignId } = await begin([bank.serviceIds[0] ?? '']);
    const results = await Promise.all([
      codeOf(save(campaignId, 1, { name: '甲' })),
      codeOf(save(campaignId, 1, { name: '乙' })),
    ]);
    expect(new Set(results)).toEqual(new Set(['done', 'stale-record']));
    const viewer = updateCampaign(outside, bank.members.viewer, { campaignId, version: 2, changes: {} });
    expect(await codeOf(viewer)).toBe('not-permitted');
    const foreign = updateCampaign(outside, other.members.operator, { campaignId, version: 2, changes: {} });
    expect(await codeOf(foreign)).toBe('not-found');
    await launchCampaign(outside, bank.members.operator, { campaignId });
    expect(await codeOf(save(campaignId, 3, { name: '丙' }))).toBe('already-launched');
    expect(await codeOf(choose(campaignId, { matching: ALL }))).toBe('already-launched');
  });

  it('refuses past dates, an answer due before the links go out, unknown items and unpublished editions', async () => {
    const { campaignId } = await begin();
    const waves = (sendOn: string | null, dueDate: string) =>
      codeOf(save(campaignId, 1, { waves: [{ sendOn, dueDate }] }));
    expect(await waves(null, '2026-11-27')).toBe('due-date-past');
    expect(await waves('2026-11-26', '2026-12-25')).toBe('send-date-past');
    expect(await waves('2026-12-25', '2026-12-25')).toBe('due-before-send');
    expect(await codeOf(save(campaignId, 1, { chosenItemIds: ['999'] }))).toBe('not-found');
    expect(await codeOf(save(campaignId, 1, { editionId: other.editionId }))).toBe('not-found');
    const [own] = await bank.system.transaction((tx) =>
      tx.select().from(checklistEdition).where(eq(checklistEdition.id, bank.editionId)),
    );
    const unpublished = {
      ...own,
      id: newId(),
      sourceId: 'draft',
      publishedAt: null,
    } as typeof checklistEdition.$inferInsert;
    await bank.system.transaction((tx) => tx.insert(checklistEdition).values(unpublished));
    expect(await codeOf(save(campaignId, 1, { editionId: unpublished.id }))).toBe('edition-unpublished');
    expect((await draft(campaignId)).editions.map((edition) => edition.id)).toEqual([bank.editionId]);
  });

  it('is given up without a trace at the vendors, and never re-opened', async () => {
    const { campaignId } = await begin(bank.serviceIds);
    const discard = (version: number) => discardCampaign(outside, bank.members.operator, { campaignId, version });
    expect(await codeOf(discard(9))).toBe('stale-record');
    await discard(1);
    const [row] = await bank.system.transaction((tx) => tx.select().from(campaign).where(eq(campaign.id, campaignId)));
    expect(row).toMatchObject({ state: 'closed', launchedAt: null });
    const reopen = changeCampaignState(outside, bank.members.approver, {
      campaignId,
      action: 'reopen',
      reason: '誤り',
    });
    expect(await codeOf(reopen)).toBe('not-allowed-in-state');
    expect(await codeOf(discard(2))).toBe('already-launched');
  });
});

describe('the services of a preparation', () => {
  it('are found, filtered and taken in by the database, one by one or all that match, into a wave', async () => {
    const { campaignId } = await begin();
    const [first = '', second = ''] = bank.serviceIds;
    await bank.system.transaction((tx) =>
      tx
        .update(service)
        .set({ criticality: 'high', apiKinds: ['reference', 'update'] })
        .where(eq(service.id, first)),
    );
    expect(await choose(campaignId, { serviceIds: [first, second] })).toEqual({ changed: 2, chosen: 2 });
    const list = (part: Partial<typeof ALL> | object = {}) =>
      listServices(outside, bank.members.operator, { campaignId, ...ALL, page: 1, ...part });
    expect(await list()).toMatchObject({ total: 4, foundChosen: 2, chosen: 2 });
    expect((await list({ criticality: 'high' })).lines.map((line) => line.id)).toEqual([first]);
    expect((await list({ apiKind: 'update' })).total).toBe(1);
    expect((await list({ search: 'ＡＯＢＡ接続先2' })).lines.map((line) => line.id)).toEqual([second]);
    expect((await list({ chosen: 'unchosen' })).total).toBe(2);
    await save(campaignId, 1, {
      waves: [
        { sendOn: null, dueDate: '2026-12-25' },
        { sendOn: '2027-01-12', dueDate: '2027-02-12' },
      ],
    });
    expect(await choose(campaignId, { matching: { ...ALL, criticality: 'medium' }, wave: 2 })).toEqual({
      changed: 3,
      chosen: 4,
    });
    expect((await draft(campaignId)).waves.map((wave) => wave.targets)).toEqual([1, 3]);
    await save(campaignId, 2, { waves: [{ sendOn: null, dueDate: '2026-12-25' }] });
    expect((await draft(campaignId)).waves.map((wave) => wave.targets)).toEqual([4]);
    expect(await choose(campaignId, { change: 'remove', serviceIds: [first] })).toEqual({ changed: 1, chosen: 3 });
    expect(await codeOf(choose(campaignId, { serviceIds: [other.serviceIds[0] ?? ''] }))).toBe('not-found');
    expect(await codeOf(choose(campaignId, { wave: 2, serviceIds: [first] }))).toBe('not-found');
    await bank.system.transaction((tx) =>
      tx
        .update(service)
        .set({ criticality: 'medium', apiKinds: ['reference'] })
        .where(eq(service.id, first)),
    );
  });
});

describe('the flight plan', () => {
  it('names everything that blocks the launch, and the launch refuses it', async () => {
    const { campaignId } = await begin(bank.serviceIds);
    const plan = () => showFlightPlan(outside, bank.members.viewer, { campaignId });
    const launch = () => codeOf(launchCampaign(outside, bank.members.operator, { campaignId }));
    const [first] = (await plan()).targets;
    const bounce = (bouncedAt: Date | null) =>
      bank.system.transaction((tx) =>
        tx
          .update(vendorContact)
          .set({ bouncedAt })
          .where(eq(vendorContact.vendorId, first?.vendorId ?? '')),
      );
    await bounce(new Date('2026-05-01T00:00:00Z'));
    expect((await plan()).blocked).toMatchObject({ total: 1, targets: [{ problem: 'bounced' }] });
    expect(await launch()).toBe('contact-bounced');
    await bounce(null);
    await save(campaignId, 1, { chosenItemIds: [] });
    expect((await plan()).blocking).toEqual([{ kind: 'no-items', wave: null }]);
    expect(await launch()).toBe('no-items');
    await save(campaignId, 2, { chosenItemIds: ['1'] });
    const ready = await plan();
    expect(ready).toMatchObject({
      items: 1,
      allItems: 60,
      blocking: [],
      totals: { targets: 4, certain: 4, conditional: 8 },
    });
    expect(await launch()).toBe('done');
  });
});

describe('next year’s campaign', () => {
  it('takes over name, items, waves, texts and living services, on business days a year later', async () => {
    const { campaignId } = await launchTestCampaign(bank, outside, { dueDate: '2026-12-25' });
    const [gone = ''] = bank.serviceIds;
    const archive = (archivedAt: Date | null) =>
      bank.system.transaction((tx) => tx.update(service).set({ archivedAt }).where(eq(service.id, gone)));
    await archive(outside.clock.now());
    const clone = () => cloneCampaign(outside, bank.members.operator, { campaignId });
    const made = await clone();
    await archive(null);
    expect(made.targets).toBe(3);
    expect(made.left.map((each) => each.serviceId)).toEqual([gone]);
    const shown = await draft(made.campaignId);
    expect(shown).toMatchObject({ name: '2027年度 API接続先 定期点検', fiscalYear: 2027, referenceDate: '2027-11-30' });
    // 25 December 2027 is a Saturday.
    expect(shown.waves).toEqual([{ sendOn: null, dueDate: '2027-12-27', targets: 3 }]);
    const [row] = await bank.system.transaction((tx) =>
      tx.select().from(campaign).where(eq(campaign.id, made.campaignId)),
    );
    expect(row).toMatchObject({ clonedFromId: campaignId, state: 'draft', chosenItemIds: null });
    expect(await codeOf(cloneCampaign(outside, bank.members.viewer, { campaignId }))).toBe('not-permitted');
    expect(await codeOf(cloneCampaign(outside, other.members.operator, { campaignId }))).toBe('not-found');
  });

  it('asks the newest published edition that descends from the old one, without what had been left out', async () => {
    const { campaignId } = await begin(bank.serviceIds);
    const [own] = await bank.system.transaction((tx) =>
      tx.select().from(checklistEdition).where(eq(checklistEdition.id, bank.editionId)),
    );
    const content = own?.content as { items: { number: string; objective: string }[] };
    const [sample] = content.items;
    const revised = {
      ...own,
      id: newId(),
      sourceId: 'revised',
      title: '改訂版',
      derivedFromId: bank.editionId,
      publishedAt: new Date('2027-04-01T00:00:00Z'),
      content: {
        ...content,
        id: 'revised',
        items: [...content.items, { ...sample, number: 'Sec-61', objective: '新設' }],
      },
    } as typeof checklistEdition.$inferInsert;
    await bank.system.transaction((tx) => tx.insert(checklistEdition).values(revised));
    await save(campaignId, 1, { chosenItemIds: ['1', '2'] });
    const made = await cloneCampaign(outside, bank.members.operator, { campaignId });
    const shown = await draft(made.campaignId);
    expect(shown.editionId).toBe(revised.id);
    expect(shown.items.filter((item) => item.chosen).map((item) => item.id)).toEqual(['1', '2', 'Sec-61']);
    expect(itemIdOf({ number: 'Sec-61' })).toBe('Sec-61');
  });
});
