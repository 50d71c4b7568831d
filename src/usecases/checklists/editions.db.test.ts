import { and, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/db/new-id';
import { checklistEdition } from '@/db/schema/checklist';
import { auditEvent, revision } from '@/db/schema/record';
import { itemIdOf } from '@/domain/checklist';
import { type TestDatabase, testDatabase } from '@/ops/test-database';
import { foundTestBank, launchTestCampaign, type TestBank, testOutside } from '../testing/bank-fixture';
import { draftTestEdition, publishTestEdition } from '../testing/own-edition';
import { codeOf, refusalOf } from '../testing/refusal-of';
import { seventeenItems } from '../testing/seventeen-items';
import { compareEditions } from './compare-editions';
import { copyEdition } from './copy-edition';
import { discardDraft } from './discard-draft';
import { editionCounterparts } from './edition-counterparts';
import { listEditions } from './list-editions';
import { publishEdition } from './publish-edition';
import { removeMapping } from './remove-mapping';
import { saveEdition } from './save-edition';
import { saveMapping } from './save-mapping';
import { showEdition } from './show-edition';
import { startEdition } from './start-edition';

let database: TestDatabase;
let bank: TestBank;
let other: TestBank;
const outside = testOutside();
const { id: _, ...OWN } = seventeenItems();

beforeAll(async () => {
  database = await testDatabase();
  bank = await foundTestBank(database, { slug: 'aoba', vendors: 1 });
  other = await foundTestBank(database, { slug: 'midori', vendors: 1 });
});
afterAll(() => database.drop());

/** Kinds of the events about a row, in order. */
async function eventsOf(editionId: string): Promise<string[]> {
  const rows = await bank.system.transaction((tx) =>
    tx
      .select({ kind: auditEvent.kind })
      .from(auditEvent)
      .where(sql`${auditEvent.bytes} like ${`%${editionId}%`}`)
      .orderBy(auditEvent.seq),
  );
  return rows.map((row) => row.kind);
}

describe('a draft', () => {
  it('begins empty, is saved whole, keeps what was typed word for word, and leaves its revisions', async () => {
    const { administrator } = bank.members;
    const { editionId } = await startEdition(outside, administrator, { title: '当行の表' });
    const begun = await showEdition(outside, administrator, { editionId });
    expect(begun).toMatchObject({ version: 1, publishedAt: null, derivedFrom: null, content: { items: [] } });
    expect(begun.problems).toEqual([{ kind: 'no-items', position: null, number: '' }]);
    expect(await saveEdition(outside, administrator, { editionId, version: 1, edition: OWN })).toEqual({
      version: 2,
      problems: [],
    });
    const { content } = await showEdition(outside, administrator, { editionId });
    expect({ ...content, id: '' }).toEqual({ ...OWN, id: '' });
    const again = await saveEdition(outside, administrator, { editionId, version: 2, edition: OWN });
    expect(again.version).toBe(2);
    expect(await eventsOf(editionId)).toEqual(['edition.started', 'edition.saved']);
    const kept = await bank.system.transaction((tx) =>
      tx.$count(revision, and(eq(revision.noun, 'edition'), eq(revision.rowId, editionId))),
    );
    expect(kept).toBe(2);
  });

  it('may be unfit as long as it is a draft, and says where', async () => {
    const { operator, approver } = bank.members;
    const [first, second] = OWN.items;
    const items = [
      { ...first, id: 'a', objective: '' },
      { ...second, id: 'b', number: first?.number ?? '' },
    ].map((item) => ({ ...OWN.items[0], ...item })) as typeof OWN.items;
    const draft = await draftTestEdition(bank, outside, { id: '', ...OWN, items });
    expect((await showEdition(outside, operator, { editionId: draft.editionId })).problems).toEqual([
      { kind: 'objective-blank', position: 1, number: 'Sec-1' },
      { kind: 'number-twice', position: 2, number: 'Sec-1' },
    ]);
    expect(await refusalOf(publishEdition(outside, approver, draft))).toEqual({
      code: 'edition-unfit',
      params: { numbers: 'Sec-1' },
    });
  });

  it('refuses what was begun from an older version, and overwrites nothing', async () => {
    const { administrator, operator, approver } = bank.members;
    const { editionId, version } = await draftTestEdition(bank, outside, { id: '', ...OWN });
    const edition = { ...OWN, title: '二人で直した表' };
    await saveEdition(outside, operator, { editionId, version, edition });
    expect(await codeOf(saveEdition(outside, administrator, { editionId, version, edition: OWN }))).toBe(
      'stale-record',
    );
    expect(await codeOf(publishEdition(outside, approver, { editionId, version }))).toBe('stale-record');
    expect(await codeOf(discardDraft(outside, operator, { editionId, version }))).toBe('stale-record');
    expect((await showEdition(outside, operator, { editionId })).content.title).toBe('二人で直した表');
  });

  it('refuses texts that can’t be kept, by name', async () => {
    const { editionId } = await startEdition(outside, bank.members.operator, { title: '当行の表' });
    const items = OWN.items.map((item) => ({ ...item, guidance: 'a\ud83d' }));
    const save = saveEdition(outside, bank.members.operator, { editionId, version: 1, edition: { ...OWN, items } });
    expect(await codeOf(save)).toBe('text-lone-surrogate');
  });

  it('goes when it is thrown away, with its pairs', async () => {
    const { operator } = bank.members;
    const draft = await draftTestEdition(bank, outside, { id: '', ...OWN });
    const ids = { fromEditionId: bank.editionId, toEditionId: draft.editionId };
    await saveMapping(outside, operator, { ...ids, fromItemId: '1', toItemId: 'item-1' });
    await discardDraft(outside, operator, draft);
    expect(await codeOf(showEdition(outside, operator, { editionId: draft.editionId }))).toBe('not-found');
    expect(await eventsOf(draft.editionId)).toEqual([
      'edition.started',
      'edition.saved',
      'edition.mapped',
      'edition.discarded',
    ]);
  });
});

describe('a published edition', () => {
  it('can be changed by nobody, not even past the use cases', async () => {
    const { administrator, operator } = bank.members;
    const editionId = await publishTestEdition(bank, outside, { id: '', ...OWN });
    const place = { editionId, version: 3 };
    expect(await codeOf(saveEdition(outside, administrator, { ...place, edition: OWN }))).toBe('edition-published');
    expect(await codeOf(publishEdition(outside, administrator, place))).toBe('edition-published');
    expect(await codeOf(discardDraft(outside, operator, place))).toBe('edition-published');
    const changed = await administrator.transaction(async (tx) => {
      expect(await tx.execute(sql`select current_user as role`)).toMatchObject([{ role: 'tenken_bank' }]);
      const byHand = [
        sql`update tenant.checklist_edition set title = 'x' where id = ${editionId} returning id`,
        sql`update tenant.checklist_edition set published_at = null where id = ${editionId} returning id`,
        sql`delete from tenant.checklist_edition where id = ${editionId} returning id`,
      ];
      const rows = [];
      for (const statement of byHand) rows.push(...(await tx.execute(statement)));
      return rows;
    });
    expect(changed).toEqual([]);
    const { content, may } = await showEdition(outside, administrator, { editionId });
    expect(content.title).toBe(OWN.title);
    expect(may).toEqual({ edit: false, publish: false, copy: true });
    expect((await eventsOf(editionId)).at(-1)).toBe('edition.published');
  });

  it('is copied into a draft whose items keep their ids; what was added or changed since is named', async () => {
    const { operator } = bank.members;
    const { editionId } = await copyEdition(outside, operator, { editionId: bank.editionId, title: '2027年度の表' });
    const { content, version } = await showEdition(outside, operator, { editionId });
    const [first, second, ...rest] = content.items;
    if (!first || !second) throw new Error('the copy is empty');
    const items = [
      { ...first, number: 'A-1', objective: '改めた目標' },
      ...rest,
      { ...second, id: newId(), objective: '新しい目標' },
    ];
    await saveEdition(outside, operator, { editionId, version, edition: { ...OWN, items } });
    const shown = await showEdition(outside, operator, { editionId });
    expect(shown.derivedFrom).toMatchObject({ id: bank.editionId, added: [items.at(-1)?.id], changed: [first.id] });
    const pairs = await operator.transaction((tx) => editionCounterparts(tx, bank.editionId, editionId));
    expect(pairs.get(itemIdOf(first))).toBe('1');
    expect(pairs.size).toBe(items.length - 1);
    expect(await codeOf(copyEdition(outside, operator, { editionId, title: '写しの写し' }))).toBe(
      'edition-unpublished',
    );
  });

  it('is listed with the campaigns that use it', async () => {
    const { campaignId } = await launchTestCampaign(bank, outside);
    const list = await listEditions(outside, bank.members.viewer, { page: 1 });
    const used = list.editions.find((each) => each.id === bank.editionId);
    expect(used?.campaigns.map((each) => each.id)).toEqual([campaignId]);
    expect(list.may).toEqual({ edit: false, publish: false });
    expect(list.editions.findIndex((each) => each.publishedAt !== null)).toBe(
      list.editions.filter((each) => each.publishedAt === null).length,
    );
    expect((await listEditions(outside, bank.members.viewer, { page: 9 })).editions).toEqual([]);
  });
});

describe('the map between editions', () => {
  it('takes pairs by hand, in place of earlier ones, and gives them back', async () => {
    const { operator, viewer } = bank.members;
    const toEditionId = await publishTestEdition(bank, outside, { id: '', ...OWN });
    const ids = { fromEditionId: bank.editionId, toEditionId };
    const before = await compareEditions(outside, viewer, ids);
    expect(before.map.pairs).toEqual([]);
    expect(before.map.unresolvedTo).toHaveLength(OWN.items.length);
    await saveMapping(outside, operator, { ...ids, fromItemId: '3', toItemId: 'item-1' });
    const { mappingId } = await saveMapping(outside, operator, { ...ids, fromItemId: '3', toItemId: 'item-2' });
    await saveMapping(outside, operator, { ...ids, fromItemId: '4', toItemId: null });
    expect(await codeOf(saveMapping(outside, operator, { ...ids, fromItemId: '5', toItemId: 'item-2' }))).toBe(
      'mapping-taken',
    );
    expect(await codeOf(saveMapping(outside, operator, { ...ids, fromItemId: 'none', toItemId: 'item-2' }))).toBe(
      'not-found',
    );
    const { map } = await compareEditions(outside, viewer, ids);
    expect(map.pairs).toEqual([{ fromItemId: '3', toItemId: 'item-2', by: 'hand' }]);
    expect(map.unresolvedFrom).not.toContain('4');
    await removeMapping(outside, operator, { mappingId });
    expect((await compareEditions(outside, viewer, ids)).map.pairs).toEqual([]);
    expect(await codeOf(removeMapping(outside, operator, { mappingId }))).toBe('not-found');
  });
});

describe('who may', () => {
  it('edit: operators and administrators; publish: approvers and administrators; read: everybody of the bank', async () => {
    const { operator, reviewer, viewer } = bank.members;
    const draft = await draftTestEdition(bank, outside, { id: '', ...OWN });
    for (const reader of [reviewer, viewer]) {
      expect(await codeOf(saveEdition(outside, reader, { ...draft, edition: OWN }))).toBe('not-permitted');
      expect(await codeOf(showEdition(outside, reader, { editionId: draft.editionId }))).toBe('done');
    }
    expect(await codeOf(publishEdition(outside, operator, draft))).toBe('not-permitted');
  });

  it('see editions of their own bank alone', async () => {
    const theirs = await draftTestEdition(other, outside, { id: '', ...OWN });
    const { administrator } = bank.members;
    expect(await codeOf(showEdition(outside, administrator, { editionId: theirs.editionId }))).toBe('not-found');
    expect(await codeOf(saveEdition(outside, administrator, { ...theirs, edition: OWN }))).toBe('not-found');
    expect(await codeOf(publishEdition(outside, administrator, theirs))).toBe('not-found');
    expect(await codeOf(discardDraft(outside, administrator, theirs))).toBe('not-found');
    const ids = { fromEditionId: bank.editionId, toEditionId: theirs.editionId };
    expect(await codeOf(compareEditions(outside, administrator, ids))).toBe('not-found');
    expect(await codeOf(saveMapping(outside, administrator, { ...ids, fromItemId: '1', toItemId: null }))).toBe(
      'not-found',
    );
    const seen = await bank.system.transaction((tx) => tx.select({ id: checklistEdition.id }).from(checklistEdition));
    expect(seen.map((row) => row.id)).not.toContain(theirs.editionId);
  });
});
